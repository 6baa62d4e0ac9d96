// A text to be copied: by one click, or where the browser or the host forbids that, by hand.

import { el, setText } from './el.js'
import { t } from './words.js'

/** @typedef {{section: HTMLElement, text: HTMLTextAreaElement, size: HTMLElement, said: HTMLElement}} CopyField */

/**
 * Makes a titled text field with a button that copies it.
 * @param {string} id of the element that says what it is for
 * @param {string} key of the catalogue: key.title, key.where and key.copy
 * @param {{rows: number, wrap?: 'soft'|'off', dir?: 'ltr'|'auto'}} look
 * @returns {CopyField}
 */
export function makeCopyField(id, key, { rows, wrap = 'off', dir = 'ltr' }) {
  const title = t(`${key}.title`)
  const text = el('textarea', {
    class: 'am-share-text',
    readonly: true,
    rows,
    spellcheck: 'false',
    wrap,
    dir,
    'aria-label': title,
    'aria-describedby': id,
  })
  const size = el('span', { class: 'am-share-size' })
  const said = el('span', { class: 'am-share-said', role: 'status' })
  const button = el('button', { type: 'button', class: 'am-text-button' }, t(`${key}.copy`))
  button.addEventListener('click', async () => {
    said.textContent = ''
    setText(said, (await copied(text)) ? t('share.copied') : t('share.selected'))
  })
  const section = el(
    'section',
    {},
    el('h3', {}, title),
    el('p', { id, class: 'am-share-where' }, t(`${key}.where`)),
    text,
    el('div', { class: 'am-share-row' }, button, size, said),
  )
  return { section, text, size, said }
}

/**
 * Copies a text, or selects it for the reader to copy.
 * @param {HTMLTextAreaElement} text
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.value)
    return true
  } catch {
    text.focus()
    text.select()
    return false
  }
}
