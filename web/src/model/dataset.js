// The dataset as the page reads it: who, what, and by which evidence, without the engine. What
// data.Parse refuses is not here, so that fields are only given their defaults.

/** @typedef {string|Record<string, string>} Text a string, or one for each BCP 47 tag */

/**
 * @typedef {object} Evidence
 * @property {string} source id
 * @property {Text} quote
 * @property {string} [speaker] id of an actor; absent: the source itself
 * @property {string} [reported] ISO 8601
 * @property {Text} [attributed] words for a speaker who is no actor
 * @property {boolean} [alleged] the source reports a claim and does not make it its own
 * @property {boolean} [denies]
 */

/**
 * A membership, or an issue that is part of another.
 * @typedef {{from: string, to: string, role?: Text, common: boolean, evidence: Evidence[]}} Tie
 */

/**
 * @typedef {object} DataNode
 * @property {string} id
 * @property {'person'|'state'|'organisation'|'group'|'issue'} kind
 * @property {Text} name
 * @property {Text[]} aliases
 * @property {Tie[]} of
 */

/**
 * @typedef {object} Relation
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {string[]} about
 * @property {string} type
 * @property {'for'|'against'} [stance]
 * @property {Text} label
 * @property {string} date ISO 8601, as precise as known; '' where it is not
 * @property {string} until
 * @property {'happened'|'future'|'hypothetical'|'negated'} status
 * @property {boolean} mutual
 * @property {{value: number, currency: string}} [amount]
 * @property {{by: string, kind: 'statement'|'declined'|'no answer', date?: string, text?: Text}} [reply] what somebody answered when asked
 * @property {{text: Text, date?: string}} [outcome] what became of it
 * @property {string} reviewed ISO 8601; '' where nobody has
 * @property {Evidence[]} evidence
 */

/** @typedef {{date: string, text: Text, about: string[]}} Correction about: ids of nodes and relations */

/** @typedef {'words'|'deeds'|'structure'} Class */

/** The classes of the types, as in data/vocabulary.go; all others are words. @type {Record<string, Class>} */
const classes = {
  cooperate: 'deeds',
  aid: 'deeds',
  retreat: 'deeds',
  sanction: 'deeds',
  protest: 'deeds',
  mobilize: 'deeds',
  coerce: 'deeds',
  assault: 'deeds',
  affect: 'deeds',
  include: 'structure',
  depend: 'structure',
}

/** One dataset, by ids. */
export class Dataset {
  language
  /** Actors in the order of the file, then the issues. @type {ReadonlyMap<string, DataNode>} */
  nodes
  /** In the order of the file. @type {ReadonlyMap<string, Relation>} */
  relations
  /** @type {ReadonlyMap<string, {id: string, title: Text, published: string}>} */
  sources
  /** @type {readonly Correction[]} */
  corrections
  /** Who made the map, who publishes it, and where errors are reported: an address. @type {{byline: Text, publisher: Text, contact: string}} */
  desk

  /** @param {any} json a dataset that data.Parse accepts */
  constructor(json) {
    this.language = String(json.language ?? '')
    this.sources = new Map(
      list(json.sources).map((s) => [s.id, { id: s.id, title: s.title ?? s.publisher ?? s.id, published: s.published ?? '' }]),
    )
    this.corrections = list(json.corrections).map((c) => ({ date: c.date ?? '', text: c.text, about: list(c.about) }))
    this.desk = { byline: json.byline ?? '', publisher: json.publisher ?? '', contact: json.contact ?? '' }
    this.nodes = new Map([...list(json.actors).map(actor), ...list(json.issues).map(issue)].map((n) => [n.id, n]))
    const joins = (/** @type {Relation} */ r) => this.nodes.has(r.from) && this.nodes.has(r.to) && r.from !== r.to
    this.relations = new Map(
      list(json.relations)
        .map(relation)
        .filter(joins)
        .map((r) => [r.id, r]),
    )
  }

  /** @param {Uint8Array} bytes */
  static parse(bytes) {
    return new Dataset(JSON.parse(new TextDecoder().decode(bytes)))
  }

  /**
   * Returns the version of a text for a language: the tag cut from the right (RFC 4647, lookup), else the first one.
   * @param {Text|undefined} text
   * @param {string} [lang]
   */
  inLanguage(text, lang = this.language) {
    if (typeof text === 'string' || !text) return text ?? ''
    const versions = Object.entries(text)
    for (let tag = lang.toLowerCase(); tag !== ''; tag = tag.replace(/(?:-[^-])?-[^-]*$|^[^-]*$/, '')) {
      const found = versions.find(([key]) => key.toLowerCase() === tag)
      if (found) return found[1]
    }
    return versions[0]?.[1] ?? ''
  }

  /**
   * Returns when evidence became known: the day of the report, else that of its source; '' where neither is known.
   * @param {Evidence} evidence
   */
  knownOn({ reported, source }) {
    return reported || (this.sources.get(source)?.published ?? '')
  }
}

/** @param {Relation} relation @returns {Class} */
export function classOf({ type }) {
  return Object.hasOwn(classes, type) ? classes[type] : 'words'
}

/** @param {unknown} value @returns {any[]} */
function list(value) {
  return Array.isArray(value) ? value : []
}

/** @param {any} a @returns {DataNode} */
function actor(a) {
  const of = list(a.of).map((m) => ({ from: a.id, to: m.to, role: m.role, common: m.common === true, evidence: list(m.evidence) }))
  return { id: a.id, kind: a.kind, name: a.name, aliases: list(a.aliases), of }
}

/** @param {any} i @returns {DataNode} */
function issue(i) {
  const of = i.part_of ? [{ from: i.id, to: i.part_of, common: i.common === true, evidence: list(i.evidence) }] : []
  return { id: i.id, kind: 'issue', name: i.name, aliases: list(i.aliases), of }
}

/** @param {any} r @returns {Relation} */
function relation(r) {
  return {
    id: r.id,
    from: r.from,
    to: r.to,
    about: list(r.about),
    type: r.type,
    stance: r.stance,
    label: r.label,
    date: r.date ?? '',
    until: r.until ?? '',
    status: r.status ?? 'happened',
    mutual: r.mutual === true,
    amount: r.amount,
    reply: r.reply,
    outcome: r.outcome,
    reviewed: r.reviewed ?? '',
    evidence: list(r.evidence),
  }
}
