// The harmless twin is what the hostile dataset is measured by.
import { expect, test } from '@playwright/test'
import { harmlessTwin } from './twin.js'

test('a twin keeps ids, structure and languages, and loses every text', { tag: '@text' }, () => {
  const twin = harmlessTwin({
    id: 'a',
    title: '<b>',
    updated: '2025-02-27',
    actors: [{ id: 'x', name: { en: '<i>', ar: '"' }, kind: 'person', aliases: ['<u>', '<s>'], of: [{ to: 'y', role: '&' }] }],
    relations: [{ id: 'r', from: 'x', to: 'y', type: 'state', evidence: [{ source: 's', quote: '<q>', voice: 'direct' }] }],
  })
  expect(twin).toEqual({
    id: 'a',
    title: 'Plain words 1',
    updated: '2025-02-27',
    actors: [
      {
        id: 'x',
        name: { en: 'Plain words 2', ar: 'Plain words 3' },
        kind: 'person',
        aliases: ['Plain words 4', 'Plain words 5'],
        of: [{ to: 'y', role: 'Plain words 6' }],
      },
    ],
    relations: [{ id: 'r', from: 'x', to: 'y', type: 'state', evidence: [{ source: 's', quote: 'Plain words 7', voice: 'direct' }] }],
  })
})
