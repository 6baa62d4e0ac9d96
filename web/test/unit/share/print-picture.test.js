import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { PrintPicture } from '../../../src/share/print-picture.js'

afterEach(() => {
  mock.timers.reset()
  Object.assign(globalThis, { document: undefined })
})

/** Lets promises go on. */
const turn = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

/** A picture for paper over a map that tests change, with the drawings that it asks for. */
function paperOver() {
  mock.timers.enable({ apis: ['setTimeout'] })
  const map = { state: 'a', differs: true, fails: false }
  const shown = /** @type {any[]} */ ([])
  Object.assign(globalThis, {
    document: {
      createElement: () => ({
        setAttribute(/** @type {string} */ name, /** @type {string} */ value) {
          if (name === 'src') this.src = value
        },
        src: '',
        append() {},
        decode: async () => {},
        remove() {
          shown.splice(shown.indexOf(this), 1)
        },
      }),
    },
  })
  let drawn = 0
  const picture = /** @type {any} */ ({ after: (/** @type {any} */ image) => shown.push(image) })
  const paper = new PrintPicture(picture, {
    draw: async () => {
      drawn++
      if (map.fails) throw new Error('no engine')
      return { svg: '<svg/>', width: 10, height: 10 }
    },
    state: () => map.state,
    differs: () => map.differs,
  })
  const note = async () => {
    paper.note()
    mock.timers.tick(1000)
    await turn()
  }
  return { map, shown, note, drawings: () => drawn }
}

test('a state that is told again needs no other drawing, and another one does', async () => {
  const { map, shown, note, drawings } = paperOver()
  for (let n = 0; n < 3; n++) await note()
  assert.deepEqual([drawings(), shown.length], [1, 1])
  map.state = 'b'
  await note()
  assert.deepEqual([drawings(), shown.length], [2, 1])
})

test('a state that is told while its drawing is on its way is drawn once', async () => {
  const { note, drawings } = paperOver()
  await Promise.all([note(), note()])
  assert.equal(drawings(), 1)
})

test('back at the published picture there is none, and after it the same state is drawn again', async () => {
  const { map, shown, note, drawings } = paperOver()
  await note()
  map.differs = false
  await note()
  assert.equal(shown.length, 0)
  map.differs = true
  await note()
  assert.deepEqual([drawings(), shown.length], [2, 1])
})

test('a drawing that failed is tried again when the state is told again', async () => {
  const { map, shown, note, drawings } = paperOver()
  map.fails = true
  await note()
  assert.equal(shown.length, 0)
  map.fails = false
  await note()
  assert.deepEqual([drawings(), shown.length], [2, 1])
})
