// A limit on how often something may happen, as a token bucket. It needs no timer: at rest nothing runs.

/** Each act takes a token of the bucket; time fills it up again. */
export class RateLimiter {
  #most
  #perMS
  #nowMS
  #tokens
  #filledMS

  /**
   * @param {number} most acts at once
   * @param {number} perSecond acts in the long run
   * @param {() => number} [nowMS] a clock that never goes back
   */
  constructor(most, perSecond, nowMS = () => performance.now()) {
    this.#most = this.#tokens = most
    this.#perMS = perSecond / 1000
    this.#nowMS = nowMS
    this.#filledMS = nowMS()
  }

  /** Takes a token. @returns {boolean} false: there was none */
  take() {
    const nowMS = this.#nowMS()
    this.#tokens = Math.min(this.#most, this.#tokens + (nowMS - this.#filledMS) * this.#perMS)
    this.#filledMS = nowMS
    if (this.#tokens < 1) return false
    this.#tokens--
    return true
  }

  /**
   * Takes more, for an act that has cost more than others: the bucket may owe them.
   * @param {number} tokens
   */
  charge(tokens) {
    this.#tokens -= tokens
  }
}
