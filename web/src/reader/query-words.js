// What is shown, in words.

import { facets } from '../model/map-query.js'
/** @import { Facet, MapQuery } from '../model/map-query.js' */
import { dateInWords } from '../ui/dates.js'
import { t } from '../ui/words.js'

/**
 * Tells what narrows the map: "Words or deeds: deeds; within 2 steps of Keir Starmer, along the arrows".
 * @param {MapQuery} query
 * @param {(facet: Facet, value: string) => string} nameOf
 * @param {(id: string) => string} nameOfNode
 */
export function describeQuery({ filter = {}, time, around }, nameOf, nameOfNode) {
  const parts = facets
    .filter((f) => filter[f]?.length)
    .map((f) => t('shown.facet', { facet: t(`filter.${f}`), values: (filter[f] ?? []).map((v) => nameOf(f, v)).join(t('list.comma')) }))
  if (time?.from || time?.until) parts.push(tellTime(time))
  if (around)
    parts.push(
      t('shown.around', {
        steps: t('around.steps', { n: around.steps }),
        name: nameOfNode(around.node),
        way: t(`around.${around.way}`),
      }),
    )
  return parts.join('; ')
}

/** @param {NonNullable<MapQuery['time']>} time */
function tellTime({ by, from, until }) {
  const [a, b] = [from, until].map((d) => dateInWords(d ?? ''))
  if (by === 'report') return t('time.known', { date: b })
  if (!from) return t('shown.until', { date: b })
  return until ? t('time.span', { from: a, until: b }) : t('shown.from', { date: a })
}
