// What the map is called.

import { t } from '../ui/words.js'

/**
 * Names the map for assistive technology.
 * @param {Element} picture
 */
export function nameOfMap(picture) {
  const title = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim()
  return title && !picture.contains(document.querySelector('h1')) ? t('map.titled', { title }) : t('map')
}
