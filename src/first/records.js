// What the first look is written into: the records of src/host/dom.rs, as `Out` in src/view/node.rs writes them.

let records = "";

const record = (kind, text) => {
  records += `${kind}${text}\x1e`;
};

/** Opens an element: its name, and behind a point its class. */
const open = (shape) => {
  const [tag, name] = shape.split(".");
  record("<", tag);
  if (name) attribute("class", name);
};

const attribute = (name, value) => record(name.startsWith("--") ? "~" : "@", `${name}\x1f${value}`);

/** How many columns the texts take, of which wide letters take two. */
let letters = 0;

const write = (text) => {
  letters += text.length + (text.match(/[\u3000-\ud7ff\ue000-\uffff]/g)?.length ?? 0);
  record('"', text);
};

const close = () => record(">", "");

/** An element, and what `inside` writes into it; a text is written as it is. */
const element = (shape, inside) => {
  open(shape);
  if (typeof inside === "string") write(inside);
  else inside?.();
  close();
};

/** A field from outside in an element of its own. */
const isolated = (text) => element("bdi", text);

const takeRecords = () => {
  const taken = records;
  records = "";
  return taken;
};

/** Has `act` write, and gives that to be written later: in an element that has to know how many letters are in it. */
const apart = (act) => {
  const before = records;
  records = "";
  letters = 0;
  act();
  const inside = records;
  records = before;
  return inside;
};
