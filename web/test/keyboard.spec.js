// The map by keyboard alone: in, about, out.
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

/**
 * Presses Tab until the map has the focus.
 * @param {LiveMap} map
 */
async function tabTo(map) {
  for (let presses = 0; presses < 40; presses++) {
    await map.page.keyboard.press('Tab')
    if (await map.listbox.evaluate((e) => e === document.activeElement)) return
  }
  throw new Error('Tab does not reach the map')
}

test.describe('host main', () => {
  test.use({ host: 'main' })

  test('Tab goes in and out in both directions', async ({ page }) => {
    await tabsThrough(await LiveMap.open(page, addressOf('DEFAULT')))
  })
})

test('Tab goes in and out; one option tells the focused node; arrows go to a neighbour; a line is reached and opens its quote', async ({
  page,
}) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await tabsThrough(map)
  await page.keyboard.press('Tab')
  await expect(map.listbox).toBeFocused()
  const nodes = await map.nodes()
  const lines = /** @type {any[]} */ (await map.lines())
  const joined = neighbours(await firstDataset())
  const option = map.listbox.getByRole('option')
  await page.keyboard.press('Home')
  const seen = new Set()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
    const before = await focusedNode(map)
    await page.keyboard.press(key)
    const after = await focusedNode(map)
    if (key !== 'End' && after !== before) expect([...(joined.get(before) ?? [])], `${before} ${key}`).toContain(after)
    seen.add(after)
    const node = nodes.find((n) => n.id === after)
    await expect(option).toHaveCount(1)
    const kind = node?.kind ?? ' '
    const claims = lines.filter((l) => [l.from, l.to].includes(after) && l.standing !== 'stated').length
    const facts = (node?.degree ?? 0) - claims
    const counts = facts > 0 ? `, ${facts} relation` : claims > 0 ? `, ${claims} claim` : ''
    await expect(option).toContainText(`${node?.name}, ${kind[0].toUpperCase()}${kind.slice(1)}${counts}`)
    await expect(option).toHaveAttribute('aria-posinset', String((node?.index ?? -1) + 1))
    await expect(option).toHaveAttribute('aria-setsize', String(nodes.length))
    await expect(map.listbox).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? 'none')
  }
  expect(seen.size).toBeGreaterThan(3)

  await page.keyboard.press('Home')
  await page.keyboard.press('l')
  await expect(option).toContainText('line 1 of')
  await page.keyboard.press('Enter')
  await expect(map.panel.locator('article')).toHaveCount(1)
  await expect(map.panel.locator('blockquote').first()).toBeVisible()
})

test('every node is reached by key, in a stable order', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await tabTo(map)
  await page.keyboard.press('Home')
  expect(await focusedNode(map)).toBe((await map.nodes())[0].id)
  const walked = await focusTold(map)
  const nodes = await map.nodes()
  for (let i = 1; i < nodes.length; i++) await page.keyboard.press('PageDown')
  await map.synced()
  expect(await walked()).toEqual(nodes.slice(1).map((n) => n.id))
  await page.keyboard.press('PageUp')
  expect(await focusedNode(map)).toBe(nodes.at(-2)?.id)
})

test('Enter opens the panel, all with a name and within Tab, with the focus in it; Escape closes it and gives the focus back', async ({
  page,
}) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await tabTo(map)
  await page.keyboard.press('Home')
  const name = (await map.listbox.getByRole('option').innerText()).split(',')[0]
  await page.keyboard.press('Enter')
  await expect(map.panel.getByRole('heading', { name, exact: true })).toBeFocused()
  const names = await map.element
    .getByRole('button')
    .evaluateAll((all) => all.map((b) => b.getAttribute('aria-label') || b.textContent?.trim() || ''))
  expect(names.filter((n) => n === '')).toEqual([])
  expect(
    await map.element.locator('button').evaluateAll((all) => all.filter((b) => /** @type {HTMLElement} */ (b).tabIndex < 0).length),
  ).toBe(0)
  await page.keyboard.press('Escape')
  await expect(map.panel).toBeHidden()
  await expect(map.listbox).toBeFocused()
})

test('an engine that answers late takes no key from the panel', async ({ page }) => {
  // From when it is told to, the page hears of nothing that happens in the engine until it is told that too.
  await page.addInitScript(() => {
    const { get, set } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage'))
    /** @type {{json: string, hear: () => void}[]} */
    const late = []
    Object.assign(window, { late, hold: false })
    Object.defineProperty(Worker.prototype, 'onmessage', {
      get,
      /** @param {((event: MessageEvent) => void)|null} hear */
      set(hear) {
        set?.call(
          this,
          hear &&
            ((/** @type {MessageEvent} */ event) => {
              const { kind, json } = event.data
              if (/** @type {any} */ (window).hold && kind === 'events') late.push({ json, hear: () => hear(event) })
              else hear(event)
            }),
        )
      },
    })
  })
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const search = page.getByRole('combobox', { name: 'Search' })
  await page.evaluate(() => Object.assign(window, { hold: true }))
  await tabTo(map)
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('putin')
  await page.keyboard.press('Enter')
  await expect(map.panel.getByRole('heading', { name: 'Vladimir Putin', exact: true })).toBeFocused()
  // The map has told of the node that had the keyboard's mark, and that it has it no more.
  const told = () =>
    page.evaluate(() =>
      /** @type {{json: string}[]} */ (/** @type {any} */ (window).late)
        .flatMap(({ json }) => JSON.parse(json))
        .filter((event) => event.type === 'focus')
        .map((event) => event.node !== undefined),
    )
  await expect.poll(told).toEqual([true, false])
  const tooltipShown = await page.evaluate(() => {
    const { late } = /** @type {any} */ (window)
    Object.assign(window, { hold: false })
    for (const { hear } of late.splice(0)) hear()
    return !(/** @type {HTMLElement} */ (document.querySelector('.am-tooltip')).hidden)
  })
  expect(tooltipShown, 'a tooltip of what was').toBe(false)
  await page.keyboard.press('Escape')
  await expect(map.panel).toBeHidden()
  await expect(search).toBeFocused()
})

test('a node is moved, let go and put back by keys, and by buttons', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await tabTo(map)
  await page.keyboard.press('Home')
  const id = await focusedNode(map)
  const before = await map.box(id)
  const way = before.x < 520 ? 1 : -1
  await page.keyboard.press(way > 0 ? 'Shift+ArrowRight' : 'Shift+ArrowLeft')
  await map.isAt(id, { x: before.x + 16 * way, y: before.y })
  await expect(map.listbox.getByRole('option')).toContainText('pinned')
  await page.keyboard.press('Control+z')
  await map.isAt(id, before, 1)
  await page.keyboard.press('Enter')
  await map.button(way > 0 ? 'Move right' : 'Move left').click()
  await map.isAt(id, { x: before.x + 16 * way, y: before.y })
})

/**
 * Goes to the map by Tab, out of it, back by Shift+Tab, and out on the other side.
 * @param {LiveMap} map
 */
async function tabsThrough(map) {
  const { keyboard } = map.page
  await tabTo(map)
  await keyboard.press('Tab')
  await expect(map.listbox).not.toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(map.listbox).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(map.listbox).not.toBeFocused()
}

/**
 * The node that the keyboard is on, once the engine has said so.
 * @param {LiveMap} map
 * @returns {Promise<string>}
 */
async function focusedNode(map) {
  await map.synced()
  return (await map.state())?.focus?.node ?? ''
}

/**
 * Listens to where the keyboard goes from now on.
 * @param {LiveMap} map
 * @returns {Promise<() => Promise<string[]>>} what tells the nodes so far, in order
 */
async function focusTold(map) {
  await map.element.evaluate((e) => {
    const told = /** @type {string[]} */ ([])
    Object.assign(globalThis, { told })
    e.addEventListener('actor-map-focus', (event) => told.push(/** @type {CustomEvent} */ (event).detail.node))
  })
  return () => map.page.evaluate(() => /** @type {any} */ (globalThis).told)
}

/**
 * Who is joined with whom by a relation, a subject of one, or a membership.
 * @param {any} dataset
 * @returns {Map<string, Set<string>>}
 */
function neighbours({ actors, issues, relations }) {
  const joined = new Map()
  /** @param {string} a @param {string} b */
  const join = (a, b) => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ])
      joined.set(x, (joined.get(x) ?? new Set()).add(y))
  }
  for (const actor of actors) for (const { to } of actor.of ?? []) join(actor.id, to)
  for (const issue of issues) if (issue.part_of) join(issue.id, issue.part_of)
  for (const { from, to, about = [] } of relations) {
    join(from, to)
    for (const subject of about) {
      join(from, subject)
      join(to, subject)
    }
  }
  return joined
}
