/** The middle one, the higher of two. @param {number[]} list */
export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
