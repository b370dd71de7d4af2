/** What has failed, where in the file, and why. */
export interface ArticleViewerError {
  /** A word of the viewer: `offline`, `unreachable`, `status`, `html`, … */
  type: string;
  /** A sentence for readers, in the language of the interface. */
  message: string;
  /** The address in the file: `$.body[4].caption`. */
  path?: string;
  line?: number;
  column?: number;
  cause?: unknown;
}

/** What an article can be given as. */
export type ArticleData = object | string | Blob | Response;

/** A block of the viewer’s own format: a text is a paragraph, and so is a list of texts and inlines. */
export type ArticleBlock = string | object;

export type ArticleStatus = "idle" | "loading" | "ready" | "error";
export type ArticleTheme = "auto" | "light" | "dark" | "sepia" | "contrast";
export type ArticleEmbeds = "click" | "never" | "allow";

export interface ArticleLimits {
  bytes: number;
  headers: number;
  idle: number;
  total: number;
  blocks: number;
}

/** The properties of an element that a page may set. */
export interface ArticleViewerProperties {
  src: string;
  data: ArticleData | null;
  format: string;
  item: string;
  loading: "auto" | "lazy" | "eager";
  crossOrigin: "anonymous" | "use-credentials" | null;
  controls: boolean;
  controlsList: string;
  theme: ArticleTheme;
  embeds: ArticleEmbeds;
  headingLevel: number;
  comments: "auto" | "hidden";
  generateSchema: boolean;
  uiLang: string;
  messages: Record<string, string>;
}

/** The attributes, as one writes them in markup. */
export interface ArticleViewerAttributes {
  src?: string;
  format?: string;
  item?: string;
  loading?: ArticleViewerProperties["loading"];
  crossorigin?: "anonymous" | "use-credentials";
  controls?: boolean;
  controlslist?: string;
  theme?: ArticleTheme;
  embeds?: ArticleEmbeds;
  "heading-level"?: number | string;
  comments?: ArticleViewerProperties["comments"];
  "generate-schema"?: boolean;
  "ui-lang"?: string;
}

export interface ArticleViewerEvents {
  load: CustomEvent<{ type: "load"; format: string; title: string }>;
  error: CustomEvent<ArticleViewerError>;
  progress: CustomEvent<{ type: "progress"; loaded: number; total?: number }>;
  "article-visibility": CustomEvent<{ visible: boolean }>;
  "article-progress": CustomEvent<{ progress: number }>;
  "article-settings-change": CustomEvent<{ theme: "auto" | "light" | "dark" | "sepia" | "contrast"; textSize: number }>;
  "article-link": CustomEvent<{ href: string; item?: string; originalEvent: MouseEvent }>;
  "article-embed": CustomEvent<{ url: string; title: string; provider?: string }>;
  "article-report": CustomEvent<{ report: object }>;
}

export interface ArticleViewerDefaults extends Partial<ArticleViewerProperties> {
  limits?: Partial<ArticleLimits>;
}

// On a server there is no HTMLElement; the class is then an empty one.
export class ArticleViewerElement extends HTMLElement implements ArticleViewerProperties {
  static engineLocation: string;
  static cacheSize: number;
  static defaults: ArticleViewerDefaults;
  static mapURLs(change?: (url: string) => string): void;
  static preload(): Promise<void>;

  src: string;
  get data(): ArticleData | null;
  set data(value: ArticleData | null | undefined);
  format: string;
  item: string;
  loading: "auto" | "lazy" | "eager";
  crossOrigin: "anonymous" | "use-credentials" | null;
  controls: boolean;
  controlsList: string;
  theme: ArticleTheme;
  embeds: ArticleEmbeds;
  headingLevel: number;
  comments: "auto" | "hidden";
  generateSchema: boolean;
  uiLang: string;
  messages: Record<string, string>;

  readonly status: ArticleStatus;
  readonly loaded: boolean;
  readonly article: object | null;
  readonly report: object | null;
  readonly error: ArticleViewerError | null;
  readonly updateComplete: Promise<void>;

  reload(): Promise<void>;
  validate(): Promise<object | null>;
  openItem(key?: string): Promise<void>;
  /** Adds blocks of the viewer’s own format, or the JSON of a list of them; rejects where it is no JSON. */
  addBlocks(blocks: readonly ArticleBlock[] | string, place?: "start" | "end"): Promise<void>;
  scrollToBlock(block: string | number): boolean;
  print(): Promise<void>;
  toHTML(): string;

  addEventListener<K extends keyof ArticleViewerEvents>(
    type: K,
    listener: (this: ArticleViewerElement, event: ArticleViewerEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ArticleViewerElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** How data is read where there is no element. */
export interface ReadOptions {
  format?: string;
  /** Of a file with several articles the one with this id, or with this number from 1 on. */
  item?: string;
  /** The address that relative ones in the article are resolved against. */
  base?: string;
  uiLang?: string;
  messages?: Record<string, string>;
  headingLevel?: number;
}

/** What there is to note of a file, as the report has it. */
export interface ArticleNote {
  severity: string;
  /** A word of the viewer for what it is. */
  code: string;
  /** The address in the file: `$.body[4].caption`. */
  path: string;
  line: number | null;
  column: number | null;
  /** What was found and what was wanted, in English. */
  sentence: string;
  /** What can be done. */
  hint: string;
}

export interface Parsed {
  /** The article in the viewer’s own format. */
  article: object;
  notes: ArticleNote[];
}

/** The article and the notes on it; rejects with an `Error` that has what an element’s `error` has. */
export function parse(data: ArticleData, options?: ReadOptions): Promise<Parsed>;
/** The report on data: what was read, what was left, and where. */
export function validate(data: ArticleData, options?: ReadOptions): Promise<object>;
/** The name of the format of data, or null where it is none that the viewer knows. */
export function detect(data: ArticleData, options?: ReadOptions): Promise<string | null>;

export interface Rendered {
  element: ArticleViewerElement;
  /** Resolves when the article is shown, and rejects when it cannot be. */
  ready: Promise<ArticleViewerElement>;
  update(data: ArticleData, options?: Partial<ArticleViewerProperties>): Promise<void>;
  addBlocks: ArticleViewerElement["addBlocks"];
  unmount(): void;
}

/** Shows data in `target`; defines the element if nobody has. */
export function render(target: Element, data: ArticleData, options?: Partial<ArticleViewerProperties>): Rendered;

declare global {
  interface HTMLElementTagNameMap {
    "article-viewer": ArticleViewerElement;
  }
}
