// What bench/, compare/ and hosts/ use of packages that only they install. The compiler checks them without those
// packages: a module that is declared here is taken for this, whether it is installed or not.

declare module 'cytoscape' {
  interface Layout {
    run(): void
    promiseOn(event: string): Promise<unknown>
  }
  interface Node {
    position(): { x: number; y: number }
    renderedPosition(): { x: number; y: number }
  }
  interface Core {
    layout(options: { name: string; animate?: boolean }): Layout
    getElementById(id: string): Node
    on(event: string, handler: () => void): void
    destroy(): void
  }
  interface Options {
    container?: HTMLElement | null
    headless?: boolean
    styleEnabled?: boolean
    elements: { data: { id?: string; source?: string; target?: string } }[]
    style?: { selector: string; style: Record<string, string | number> }[]
    layout: { name: string; animate?: boolean }
  }
  function cytoscape(options: Options): Core
  namespace cytoscape {
    function use(extension: unknown): void
  }
  export default cytoscape
}

declare module 'cytoscape-fcose' {
  const extension: unknown
  export default extension
}

declare module 'd3-force' {
  interface Body {
    index: number
    x: number
    y: number
  }
  interface Force {
    readonly force: unique symbol
  }
  interface Simulation {
    force(name: string, force: Force): Simulation
    stop(): Simulation
    tick(): Simulation
    alpha(): number
    alphaMin(): number
  }
  export function forceSimulation(nodes: Body[]): Simulation
  export function forceLink(links: { source: number; target: number }[]): Force
  export function forceManyBody(): Force
  export function forceCenter(x: number, y: number): Force
}

declare module 'graphology' {
  export default class Graph {
    constructor(options?: { multi?: boolean; type?: 'directed' | 'undirected' })
    addNode(id: string | number, attributes: Record<string, unknown>): string
    addEdge(source: string | number, target: string | number, attributes?: Record<string, unknown>): string
    addUndirectedEdge(source: string | number, target: string | number): string
    getNodeAttributes(id: string): { x: number; y: number }
  }
}

declare module 'graphology-layout-forceatlas2' {
  import type Graph from 'graphology'

  type Settings = Record<string, number | boolean>
  const forceAtlas2: {
    inferSettings(graph: Graph): Settings
    assign(graph: Graph, options: { iterations: number; settings: Settings }): void
  }
  export default forceAtlas2
}

declare module 'graphology-layout-forceatlas2/defaults.js' {
  const defaults: Record<string, number | boolean>
  export default defaults
}

declare module 'graphology-layout-forceatlas2/helpers.js' {
  import type Graph from 'graphology'
  export function assign<T extends object>(target: object, ...sources: T[]): T
  export function graphToByteArrays(graph: Graph, weight: () => number): { nodes: Float32Array; edges: Float32Array }
}

declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): object
}

declare module 'ngraph.graph' {
  export interface NGraph {
    addNode(id: number): unknown
    addLink(from: number, to: number): unknown
  }
  export default function createGraph(): NGraph
}

declare module 'ngraph.forcelayout' {
  import type { NGraph } from 'ngraph.graph'
  export default function createLayout(graph: NGraph): {
    step(): boolean
    getNodePosition(id: number): { x: number; y: number }
    dispose(): void
  }
}

declare module 'force-graph' {
  interface Placed {
    id: string
    name: string
    x: number
    y: number
  }
  export default class ForceGraph {
    constructor(box: HTMLElement | null)
    graphData(): { nodes: Placed[] }
    graphData(graph: { nodes: { id: string; name: string }[]; links: { source: string; target: string }[] }): this
    linkDirectionalArrowLength(px: number): this
    nodeCanvasObjectMode(mode: () => 'after'): this
    nodeCanvasObject(draw: (node: Placed, context: CanvasRenderingContext2D, scale: number) => void): this
    onRenderFramePost(call: () => void): this
    onEngineStop(call: () => void): this
    zoomToFit(ms: number, paddingPx: number): this
    graph2ScreenCoords(x: number, y: number): { x: number; y: number }
  }
}

declare module 'sigma' {
  import type Graph from 'graphology'
  export default class Sigma {
    constructor(graph: Graph, box: HTMLElement | null, options: { settings: Record<string, unknown> })
    graphToViewport(at: { x: number; y: number }): { x: number; y: number }
  }
}

declare module 'rss-parser' {
  export default class RSSParser {
    parseURL(url: string): Promise<{ items: Record<string, string | undefined>[] }>
  }
}
