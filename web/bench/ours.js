// Our layout, as the WebAssembly module of cmd/benchmap. It is a library without files, clock or
// chance, so what it asks its host for is answered with nothing.

/** @param {string} url */
export async function loadOurs(url) {
  const module = await WebAssembly.compileStreaming(fetch(url))
  /** @type {any} */
  let go
  const view = () => new DataView(go.memory.buffer)
  /** @type {Record<string, (...a: any[]) => number>} */
  const answers = {
    fd_write(_fd, list, count, written) {
      let bytes = 0,
        text = ''
      for (let k = 0; k < count; k++) {
        const at = view().getUint32(list + 8 * k, true),
          length = view().getUint32(list + 8 * k + 4, true)
        text += new TextDecoder().decode(new Uint8Array(go.memory.buffer, at, length))
        bytes += length
      }
      console.error(text)
      view().setUint32(written, bytes, true)
      return 0
    },
    clock_time_get(_id, _precision, at) {
      view().setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true)
      return 0
    },
    args_sizes_get(count, size) {
      view().setUint32(count, 0, true)
      view().setUint32(size, 0, true)
      return 0
    },
    fd_prestat_get: () => 8, // no such file
    proc_exit(code) {
      throw new Error(`the layout ended with ${code}`)
    },
  }
  answers.environ_sizes_get = answers.args_sizes_get
  const wasi = Object.fromEntries(WebAssembly.Module.imports(module).map(({ name }) => [name, answers[name] ?? (() => 0)]))
  go = (await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi })).exports
  go._initialize()
  return {
    /** @param {import('./quality.js').Graph} g */
    prepare(g) {
      const at = go.prepare(g.n, g.ends.length / 2)
      new Int32Array(go.memory.buffer, at, g.ends.length).set(g.ends)
    },
    begin: () => go.begin(),
    /** @param {number} evaluations */
    spend: (evaluations) => go.spend(evaluations) === 1,
    /** @param {number} n */
    show(n) {
      const at = go.show()
      return new Float32Array(go.memory.buffer, at, 2 * n).slice()
    },
    /** @param {number} count @param {number} heat @param {boolean} anew */
    tick: (count, heat, anew) => go.tick(count, heat, anew ? 1 : 0),
  }
}
