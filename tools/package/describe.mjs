// What is written from the contract: the Custom Elements Manifest, the data for editors, and the tables of docs/embedding.md.

import * as contract from './contract.mjs';

const TAG = 'article-viewer';
const about = 'Shows an article from its JSON, in any format that the viewer knows.';
const choices = (type) => [...type.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
const written = (rows) => rows.filter(([name]) => name);

export function manifest() {
  const named = (call) => call.split('(')[0];
  const parameters = (call) => (call.match(/\w+(?=[,)])/g) ?? []).map((name) => ({ name }));
  const called = (kind, [call, type, description]) => ({ kind, name: named(call), description, parameters: parameters(call), return: { type: { text: type } } });
  const field = (name, type, description, more = {}) => ({ kind: 'field', name, type: { text: type }, description, ...more });
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: 'index.js',
        declarations: [
          {
            kind: 'class',
            name: 'ArticleViewerElement',
            tagName: TAG,
            customElement: true,
            description: about,
            superclass: { name: 'HTMLElement' },
            attributes: written(contract.attributes).map(([name, fieldName, type, usual, description]) => ({ name, fieldName, type: { text: type }, default: usual, description })),
            members: [
              ...contract.attributes.map(([attribute, name, type, usual, description]) => field(name, type, description, { default: usual, ...(attribute && { attribute, reflects: true }) })),
              ...contract.readOnly.map(([name, type, description]) => field(name, type, description, { readonly: true })),
              ...contract.methods.map((row) => called('method', row)),
              ...contract.statics.map(([call, type, , description]) =>
                call.includes('(') ? { kind: 'method', name: named(call), static: true, description } : field(call, type, description, { static: true }),
              ),
            ],
            events: contract.events.map(([name, type, , , description]) => ({ name, type: { text: `CustomEvent<${type}>` }, description })),
            slots: contract.slots.map(([name, description]) => ({ name, description })),
            cssParts: contract.parts.map(([name, description]) => ({ name, description })),
            cssProperties: contract.cssProperties.map(([name, syntax, usual, description]) => ({ name, syntax, default: usual, description })),
            cssStates: contract.states.map(([name, description]) => ({ name, description })),
          },
          ...contract.functions.map((row) => called('function', row)),
        ],
        exports: [
          { kind: 'js', name: 'ArticleViewerElement', declaration: { name: 'ArticleViewerElement' } },
          ...contract.functions.map(([call]) => ({ kind: 'js', name: named(call), declaration: { name: named(call) } })),
        ],
      },
      {
        kind: 'javascript-module',
        path: 'define.js',
        exports: [{ kind: 'custom-element-definition', name: TAG, declaration: { name: 'ArticleViewerElement', module: 'index.js' } }],
      },
    ],
  };
}

/** For VS Code: `html.customData` and `css.customData` in its settings. */
export function htmlData() {
  const attributes = written(contract.attributes).map(([name, , type, , description]) => {
    const values = choices(type).map((value) => ({ name: value }));
    return { name, description, ...(values.length && { values }), ...(type === 'boolean' && { valueSet: 'v' }) };
  });
  return { version: 1.1, tags: [{ name: TAG, description: about, attributes }] };
}

export function cssData() {
  return {
    version: 1.1,
    properties: contract.cssProperties.map(([name, syntax, , description]) => ({ name, syntax: `<${syntax}>`, description })),
    pseudoElements: contract.parts.map(([name, description]) => ({ name: `::part(${name})`, description })),
  };
}

/** For the editors of JetBrains. */
export function webTypes(version) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: TAG,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: TAG,
            description: about,
            attributes: written(contract.attributes).map(([name, , type, usual, description]) => ({ name, description, default: usual, value: { type } })),
            slots: contract.slots.map(([name, description]) => ({ name, description })),
            js: {
              properties: contract.attributes.map(([, name, type, , description]) => ({ name, description, value: { type } })),
              events: contract.events.map(([name, , , , description]) => ({ name, description })),
            },
            css: {
              properties: contract.cssProperties.map(([name, , , description]) => ({ name, description })),
              parts: contract.parts.map(([name, description]) => ({ name, description })),
            },
          },
        ],
      },
    },
  };
}

const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '–');
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** Every table, by the name that docs/embedding.md has for it. */
export function tables() {
  return {
    attributes: table(
      ['attribute', 'property', 'type', 'default', 'what it is', 'example'],
      contract.attributes.map(([name, property, type, usual, text, example]) => row(code(name), code(property), code(type), code(usual), text, code(example))),
    ),
    'read-only properties': table(['property', 'type', 'what it is'], contract.readOnly.map(([name, type, text]) => row(code(name), code(type), text))),
    methods: table(['method', 'gives', 'what it does'], contract.methods.map(([name, type, text]) => row(code(name), code(type), text))),
    statics: table(['static', 'type', 'default', 'what it is'], contract.statics.map(([name, type, usual, text]) => row(code(name), code(type), usual || '–', text))),
    events: table(
      ['event', 'detail', 'can be cancelled', 'bubbles', 'what it says', 'example'],
      contract.events.map(([name, type, cancels, bubbles, text, example]) => row(code(name), code(type), cancels ? 'yes' : 'no', bubbles ? 'yes' : 'no', text, code(example))),
    ),
    slots: table(['slot', 'what stands there', 'example'], contract.slots.map(([name, text, example]) => row(name ? code(name) : 'the default one', text, code(example)))),
    parts: table(['part', 'what it is', 'example'], contract.parts.map(([name, text, example]) => row(code(name), text, code(`article-viewer::part(${name}) { ${example} }`)))),
    'custom properties': table(
      ['custom property', 'type', 'default', 'what it is', 'example'],
      contract.cssProperties.map(([name, syntax, usual, text, example]) => row(code(name), syntax, usual, text, code(example))),
    ),
    functions: table(['function', 'gives', 'what that is'], contract.functions.map(([call, type, text]) => row(code(call), code(type), text))),
    states: table(['state', 'when'], contract.states.map(([name, text]) => row(code(`:state(${name})`), text))),
  };
}

/** The text of docs/embedding.md with its tables as they have to be. */
export function withTables(text) {
  let made = text;
  for (const [name, rows] of Object.entries(tables())) {
    const [start, end] = [`<!-- ${name}: written from tools/package/contract.mjs -->\n`, `\n<!-- ${name} end -->`];
    const [from, to] = [made.indexOf(start), made.indexOf(end)];
    if (from < 0 || to < 0) throw new Error(`docs/embedding.md has no place for the table “${name}”`);
    made = made.slice(0, from + start.length) + rows + made.slice(to);
  }
  return made;
}
