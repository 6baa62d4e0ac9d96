// The graph index: nodes and lines of the map by id, as the engine listed them.

/** @import { MapLine, MapNode, ReadyEvent, Target } from '../engine/messages.js' */
import { standingOf } from '../model/claims.js'
import { correctedOn } from '../model/corrections.js'
import { labelOf } from '../reader/claim-words.js'
import { countsInWords, withStatus } from '../reader/relation-notes.js'
import { t } from '../ui/words.js'

/** Nodes and lines by id, and what they are called. It is empty before the engine is ready. */
export class GraphIndex {
  /** The zoom beyond which the engine goes no further. */
  maxZoom = 1
  /** @type {(MapNode & {index: number})[]} */
  nodes = []
  /** @type {MapLine[]} */
  lines = []
  /** @type {Map<string, MapNode & {index: number}>} */
  #nodeByID = new Map()
  /** @type {Map<string, MapLine>} */
  #lineByID = new Map()

  /** @param {Pick<ReadyEvent, 'nodes'|'lines'|'maxZoom'>} ready */
  fill(ready) {
    this.maxZoom = ready.maxZoom
    this.nodes = ready.nodes.map((node, index) => ({ ...node, index }))
    this.lines = ready.lines
    this.#nodeByID = new Map(this.nodes.map((n) => [n.id, n]))
    this.#lineByID = new Map(ready.lines.map((l) => [l.id, l]))
  }

  /**
   * Knows what the dataset has, where no engine has listed it: the text alone is searched too.
   * @param {import('../model/dataset.js').Dataset} dataset
   * @param {string} lang
   */
  fillFrom(dataset, lang) {
    if (this.nodes.length > 0) return
    const lines = [...dataset.relations.values()].map((relation) => ({
      id: relation.id,
      from: relation.from,
      to: relation.to,
      label: labelOf(dataset, relation, lang),
      date: relation.date,
      standing: standingOf(relation),
      status: relation.status,
      corrected: correctedOn(dataset, relation.id) || undefined,
      reply: relation.reply?.kind,
    }))
    /** @type {Map<string, number>} */
    const degrees = new Map()
    for (const { from, to } of lines) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
    const speakers = new Set([...dataset.relations.values()].flatMap(({ evidence }) => evidence.map(({ speaker }) => speaker)))
    const nodes = [...dataset.nodes.values()].map(({ id, kind, name }) => ({
      id,
      kind,
      name: dataset.inLanguage(name, lang),
      degree: degrees.get(id) ?? 0,
      speaks: speakers.has(id),
    }))
    this.fill({ nodes, lines, maxZoom: this.maxZoom })
  }

  /**
   * Returns a node with its index, which is its place in `places`.
   * @param {string|undefined} id
   */
  node(id) {
    return id === undefined ? undefined : this.#nodeByID.get(id)
  }

  /** @param {string|undefined} id */
  line(id) {
    return id === undefined ? undefined : this.#lineByID.get(id)
  }

  /**
   * Returns the lines that end at a node, in the dataset's order.
   * @param {string} id
   */
  linesAt(id) {
    return this.lines.filter((l) => l.from === id || l.to === id)
  }

  /**
   * Returns the lines that have the same two ends as the given one, without it.
   * @param {MapLine} line
   */
  linesBeside(line) {
    return this.lines.filter(
      (l) => l.id !== line.id && ((l.from === line.from && l.to === line.to) || (l.from === line.to && l.to === line.from)),
    )
  }

  /**
   * Returns the line after (step 1) or before (step -1) the given one among those of a node,
   * round and round; without a line, the first or the last.
   * @param {string} node
   * @param {string|undefined} line
   * @param {1|-1} step
   * @returns {{line: MapLine, position: number, count: number}|null}
   */
  stepLine(node, line, step) {
    const lines = this.linesAt(node)
    if (lines.length === 0) return null
    const at = lines.findIndex((l) => l.id === line)
    const next = at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length
    return { line: lines[next], position: next + 1, count: lines.length }
  }

  /**
   * Returns "Keir Starmer → United States: urged to provide a backstop"; what has not happened says so behind it.
   * @param {MapLine} line
   */
  sentence(line) {
    const from = this.node(line.from)?.name ?? line.from
    const to = this.node(line.to)?.name ?? line.to
    return withStatus(t('line.sentence', { from, to, label: line.label }), line)
  }

  /**
   * Says how many relations end at a node, claims apart. Who only speaks is on the map for what they said, and has no count.
   * @param {MapNode} node
   * @returns {string[]}
   */
  countsOf({ id, degree, speaks }) {
    if (degree === 0 && speaks) return []
    return countsInWords(degree, this.linesAt(id).filter(({ standing }) => standing === 'alleged' || standing === 'disputed').length)
  }

  /**
   * Returns the name that a target is announced by, "Donald Trump, person, 14 relations, pinned".
   * @param {Target} target
   * @param {{pinned?: boolean}} [state]
   */
  describe(target, { pinned = false } = {}) {
    const node = this.node(target.node)
    if (node) {
      const parts = [node.name, t(`kind.${node.kind}`), ...this.countsOf(node)]
      if (pinned) parts.push(t('node.pinned'))
      return parts.join(t('list.comma'))
    }
    const line = this.line(target.line)
    return line ? this.sentence(line) : ''
  }
}
