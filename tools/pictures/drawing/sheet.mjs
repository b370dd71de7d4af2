// One transparent sheet of vector shapes. A scene stacks several of them.

const round = (n) => Math.round(n * 100) / 100;

export class Sheet {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.defs = [];
    this.body = [];
    this.known = new Map();
  }

  /** Keeps a definition once and returns the reference to it. */
  define(markup) {
    if (!this.known.has(markup)) {
      const id = `d${this.known.size}`;
      this.known.set(markup, id);
      this.defs.push(markup.replace('ID', id));
    }
    return `url(#${this.known.get(markup)})`;
  }

  /** A linear gradient; stops are [offset, colour, opacity]. Box units unless `user`. */
  linear(x1, y1, x2, y2, stops, user = false) {
    return this.define(
      `<linearGradient id="ID" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"${user ? ' gradientUnits="userSpaceOnUse"' : ''}>${stopList(stops)}</linearGradient>`,
    );
  }

  down(...stops) {
    return this.linear(0, 0, 0, 1, stops);
  }

  across(...stops) {
    return this.linear(0, 0, 1, 0, stops);
  }

  /** A radial gradient in user units. */
  glow(cx, cy, r, stops) {
    return this.define(
      `<radialGradient id="ID" cx="${round(cx)}" cy="${round(cy)}" r="${round(r)}" gradientUnits="userSpaceOnUse">${stopList(stops)}</radialGradient>`,
    );
  }

  blur(sx, sy = sx) {
    return this.define(
      `<filter id="ID" x="-60%" y="-60%" width="220%" height="220%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${sx} ${sy}"/></filter>`,
    );
  }

  /** Light that catches the edge of a group, from the side (dx, dy) points to. */
  rim(dx, dy, colour, opacity = 1, soft = 0.6) {
    return this.define(
      `<filter id="ID" x="-20%" y="-20%" width="140%" height="140%" color-interpolation-filters="sRGB"><feOffset in="SourceAlpha" dx="${-dx}" dy="${-dy}" result="o"/><feComposite in="SourceAlpha" in2="o" operator="out" result="e"/><feGaussianBlur in="e" stdDeviation="${soft}" result="b"/><feFlood flood-color="${colour}" flood-opacity="${opacity}"/><feComposite in2="b" operator="in"/><feComposite in2="SourceAlpha" operator="in" result="r"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="r"/></feMerge></filter>`,
    );
  }

  clip(markup) {
    return this.define(`<clipPath id="ID">${markup}</clipPath>`);
  }

  mask(markup) {
    return this.define(
      `<mask id="ID" maskUnits="userSpaceOnUse" x="-200" y="-200" width="${this.width + 400}" height="${this.height + 400}">${markup}</mask>`,
    );
  }

  add(...markup) {
    this.body.push(...markup.flat(Infinity));
    return this;
  }

  toSvg(pixelWidth = this.width, pixelHeight = this.height) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixelWidth}" height="${pixelHeight}" viewBox="0 0 ${this.width} ${this.height}" preserveAspectRatio="none"><defs>${this.defs.join('')}</defs>${this.body.join('')}</svg>`;
  }
}

function stopList(stops) {
  return stops
    .map(([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}"${opacity === 1 ? '' : ` stop-opacity="${opacity}"`}/>`)
    .join('');
}

function attributes(map) {
  return Object.entries(map)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key.replace(/[A-Z]/g, (c) => '-' + c.toLowerCase())}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
}

export const path = (d, fill, more = {}) => `<path d="${d}"${attributes({ fill, ...more })}/>`;
export const rect = (x, y, width, height, fill, more = {}) => `<rect${attributes({ x, y, width, height, fill, ...more })}/>`;
export const circle = (cx, cy, r, fill, more = {}) => `<circle${attributes({ cx, cy, r, fill, ...more })}/>`;
export const ellipse = (cx, cy, rx, ry, fill, more = {}) => `<ellipse${attributes({ cx, cy, rx, ry, fill, ...more })}/>`;
export const stroke = (d, colour, width, more = {}) => `<path d="${d}"${attributes({ fill: 'none', stroke: colour, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round', ...more })}/>`;
export const group = (more, ...children) => `<g${attributes(more)}>${children.flat(Infinity).join('')}</g>`;
export const poly = (points, fill, more = {}) => path(line(points) + 'Z', fill, more);

/** Straight lines through the points. */
export const line = (points) => 'M' + points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L');

/** A smooth curve through the points (Catmull-Rom turned into Béziers). */
export function curve(points, closed = false, tension = 1) {
  const n = points.length;
  const p = (i) => (closed ? points[(i + n) % n] : points[Math.max(0, Math.min(n - 1, i))]);
  let d = `M${round(points[0][0])} ${round(points[0][1])}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
    const k = tension / 6;
    d += `C${round(p1[0] + (p2[0] - p0[0]) * k)} ${round(p1[1] + (p2[1] - p0[1]) * k)} ${round(p2[0] - (p3[0] - p1[0]) * k)} ${round(p2[1] - (p3[1] - p1[1]) * k)} ${round(p2[0])} ${round(p2[1])}`;
  }
  return closed ? d + 'Z' : d;
}

/** Blends two #rrggbb colours. */
export function mix(a, b, t) {
  const parse = (c) => [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16));
  const [x, y] = [parse(a), parse(b)];
  return '#' + x.map((v, i) => Math.round(v + (y[i] - v) * t).toString(16).padStart(2, '0')).join('');
}
