// Makes chosen exports of a wasm module trap when they are called.
//
// This is how the journeys get a program that begins well and dies later, as after a stack overflow:
// no panic hook runs, the instance is dead, and only code outside of it can tell the reader.

const EXPORTS = 7;
const IMPORTS = 2;
const CODE = 10;
const FUNCTION = 0;

/** No locals, `unreachable`, end: a body that is valid for any signature. */
const TRAP = Buffer.from([0x03, 0x00, 0x00, 0x0b]);

/** The same module, in which every exported function that `chosen` picks by name is a trap. */
export function trapExports(bytes, chosen) {
  const parts = sections(bytes);
  const imported = importedFunctions(parts.find((section) => section.id === IMPORTS)?.body ?? Buffer.from([0]));
  const doomed = new Set();
  const reader = new Reader(parts.find((section) => section.id === EXPORTS).body);
  for (let left = reader.number(); left > 0; left -= 1) {
    const name = reader.take(reader.number()).toString('utf8');
    const kind = reader.byte();
    const index = reader.number();
    if (kind === FUNCTION && index >= imported && chosen(name)) doomed.add(index - imported);
  }
  if (doomed.size === 0) throw new Error('No export was chosen to trap: the names of the exports have changed.');
  const out = [bytes.subarray(0, 8)];
  for (const section of parts) {
    const body = section.id === CODE ? replaceBodies(section.body, doomed) : section.body;
    out.push(Buffer.from([section.id]), leb(body.length), body);
  }
  return Buffer.concat(out);
}

/** The names of all exported functions, for messages and tests. */
export function exportNames(bytes) {
  const names = [];
  const reader = new Reader(sections(bytes).find((section) => section.id === EXPORTS).body);
  for (let left = reader.number(); left > 0; left -= 1) {
    const name = reader.take(reader.number()).toString('utf8');
    if (reader.byte() === FUNCTION) names.push(name);
    reader.number();
  }
  return names;
}

function sections(bytes) {
  const reader = new Reader(bytes);
  reader.take(8);
  const found = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    found.push({ id, body: reader.take(reader.number()) });
  }
  return found;
}

function importedFunctions(body) {
  const reader = new Reader(body);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.take(reader.number());
    reader.take(reader.number());
    const kind = reader.byte();
    if (kind === FUNCTION) {
      functions += 1;
      reader.number();
    } else if (kind === 1) {
      reader.number();
      reader.limits();
    } else if (kind === 2) {
      reader.limits();
    } else if (kind === 3) {
      reader.take(2);
    } else {
      reader.take(1);
      reader.number();
    }
  }
  return functions;
}

function replaceBodies(body, doomed) {
  const reader = new Reader(body);
  const count = reader.number();
  const out = [leb(count)];
  for (let index = 0; index < count; index += 1) {
    const size = reader.number();
    const code = reader.take(size);
    out.push(...(doomed.has(index) ? [TRAP] : [leb(size), code]));
  }
  return Buffer.concat(out);
}

function leb(value) {
  const out = [];
  do {
    const more = value > 0x7f;
    out.push((value & 0x7f) | (more ? 0x80 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(out);
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  byte() {
    return this.bytes[this.at++];
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number() {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  limits() {
    const flags = this.byte();
    this.number();
    if (flags & 1) this.number();
  }
}
