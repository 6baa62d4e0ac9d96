// For tests of what is said: the English words, where there is no document to bring any.
import { readFileSync } from 'node:fs'
import { setCatalogue } from '../../src/ui/words.js'

const { locale, dir, script } = JSON.parse(readFileSync(new URL('../../lang/en.json', import.meta.url), 'utf8'))
setCatalogue({ lang: 'en', locale, dir, root: '', pages: [{ lang: 'en', folder: '', reviewed: true }], words: script })
