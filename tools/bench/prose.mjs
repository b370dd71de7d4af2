// Sentences of a harbour town, put together by chance that is always the same chance.
//
// A template is filled from lists. So the texts need no file, and everybody who runs the bench reads the same ones.

/** Numbers from 0 to 1 that depend on the seed alone. */
export function chance(seed) {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    // The low bits of such a series repeat soon, so the high ones are mixed into them.
    const mixed = Math.imul(state ^ (state >>> 15), 739982445);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

const SLOTS = {
  when: [
    'Before first light', 'On Tuesday', 'At half past six', 'Late in the afternoon', 'For the third week',
    'When the fog lifted', 'Shortly after the noon gun', 'By low water', 'Since the equinox',
    'In the lull between two gales', 'Towards evening', 'Once the ice was off the slip', 'During the night tide',
    'As the market closed',
  ],
  ship: [
    'the dredger Plumb Line', 'the cutter Grey Seal', 'the ferry Aurelia', 'the pilot boat Wren', 'the trawler Édith M',
    'the barge Two Sisters', 'the coaster Nordkyn', 'the lifeboat Hester', 'the yawl Marigold', 'the tug Ox & Plough',
    'the reefer São Jorge', 'the schooner Ålesund', 'the survey ship Fathom', 'the lightship Terne',
  ],
  went: [
    'came in under tow to', 'made fast at', 'was turned away from', 'put out from', 'ran aground within sight of',
    'waited in the roads off', 'unloaded at', 'was repainted at', 'rode out the swell behind', 'lost an anchor near',
    'crept along', 'sounded twice for',
  ],
  place: [
    'the north pier', 'Gannet Point', 'the old customs house', 'lock number four', 'the ropewalk', 'Mole Street',
    'the dry dock at Saltwick', 'Tern Island', 'the fish hall', 'the breakwater', 'Café Möwe', 'St Brannoc’s steps',
    'the coaling quay', 'the tidal mill', 'Kirkhaven bar', 'the sail lofts',
  ],
  cargo: [
    'forty crates of herring', 'a cargo of slate', 'pit props and resin', 'nine tonnes of kelp', 'a church organ in parts',
    'somebody’s piano', 'winter barley', 'copper sheet', 'mail for the islands', 'seed oysters', 'empty casks',
    'gravel for the new road', 'a boiler that nobody had ordered', 'glass floats & tarred rope',
  ],
  person: [
    'Berit Ålund', 'Hugo Farrow', 'Siân Pryce', 'Jory Tregenza', 'Marta Łukasik', 'Otto Brügge', 'Céline Aubry',
    'Noor Haddad', 'Wilhelmina Stokes', 'Pádraig Breen', 'Ida Sandvik', 'Tomé Faria', 'Agnes Holloway', 'Emrys Vane',
  ],
  post: [
    'the harbour master', 'who mends nets on the quay', 'keeper of the lamp', 'the pilots’ clerk',
    'a shipwright of forty years', 'who runs the ice house', 'the chandler', 'secretary of the seamen’s chapel',
    'who sells the evening catch', 'the youngest of the lock keepers', 'a geologist from the college',
    'the council’s engineer',
  ],
  said: [
    'said', 'wrote in the log', 'told the council', 'recalled', 'maintained', 'conceded', 'warned',
    'explained over the noise of the winches', 'noted in chalk', 'promised',
  ],
  claim: [
    'the channel is silting faster than it can be cleared', 'nobody had asked the people who work there',
    'a harbour without a bell is only a wall', 'the figures were drawn up for a calmer sea', 'the gulls knew it first',
    'two summers would settle the matter', 'the timber had been paid for twice', 'the old chart was right after all',
    'the crane must be mended before the frost', 'half the town would come to watch',
    'the tide keeps better accounts than the treasurer',
    'the new lamp is too bright for the moths and too dim for the ships',
  ],
  thing: [
    'the question of the tolls', 'a crack in the sill', 'the second ferry', 'the price of ice', 'an unsigned letter',
    'the quarrel about moorings', 'the foghorn', 'the lease of the slipway', 'a shortage of oak', 'the census of seals',
    'the drains below the market', 'the winter timetable',
  ],
  did: [
    'occupied the council until midnight', 'was settled with a handshake', 'has divided two streets',
    'came up again, as it does every autumn', 'turned out to be older than the pier', 'cost less than was feared',
    'found its way into a song', 'was left to a committee', 'remains where it was', 'will be measured once more in spring',
  ],
  seen: [
    'lanterns along the wall', 'a line of seaweed at the height of the doors', 'three men and a dog on the ice',
    'the masts of the wreck', 'steam over the fish hall', 'children counting barges', 'a queue as far as the chapel',
    'fresh tar on every plank', 'the first swallows', 'nothing but weather',
  ],
  mood: [
    'with some pride', 'without raising the voice', 'for want of anything better', 'against all custom', 'to general relief',
    'as if by agreement', 'in plain sight', 'at the second attempt', 'half in jest', 'under protest',
  ],
  month: [
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
  ],
};

const SENTENCES = [
  '{When} {ship} {went} {place}, {mood}.',
  '{Ship} {went} {place} with {cargo} in the hold and {number} metres of water under the keel.',
  '{person}, {post}, {said} that {claim}.',
  '“{Claim},” {person}, {post}, {said} {mood}.',
  '{When} one could see {seen} from {place}, and {thing} {did}.',
  '{Thing} {did}, {mood}; at {place} they speak of little else.',
  'Of {number} boats that were counted in {month}, {few} lay at {place} and the rest behind {place}.',
  'Where the depth is < {few} metres, {ship} has to wait for the tide, as {person} {said}.',
  '{Cargo} went by {place} to {place}, and {number} crowns changed hands.',
  'What was left on the quay, {cargo} & {few} sacks of meal, belonged to {person}.',
  '{Person} {said} in {month} that {claim}, and repeats it {mood}.',
  'Nobody at {place} believed that {claim} until {ship} {went} {place}.',
  'Between {place} and {place} the current ran at {few} knots, {number} cables from where it is drawn.',
  '{When} {person} found {seen} at {place}, “{few} fathoms from where we had looked”.',
  'A plan of {number} pages says that {claim}; {person} has read it {mood}.',
  '{Ship} is {number} years old, built at {place} and mended at {place}.',
];

const HEADINGS = [
  'What the log says', 'A bell for {place}', '{Number} days of fog', 'Who pays for {thing}', 'Below {place}', 'Silt & stone',
  'The case of {ship}', 'After the {month} gales', 'Less than < {few} metres', '{Person} remembers',
];

/** A run that stands out: its kind, what comes before and after it, and where a link leads. */
const ASIDES = [
  ['strong', 'It will cost ', '{number} crowns', ', and not one more. '],
  ['em', 'The tune they sang was ', 'The Ebb at {place}', ', in a minor key. '],
  ['link', 'The paper has ', 'followed {thing}', ' from the start. ', 'https://courier.example/find?about=quay&year={number}'],
  ['link', '', 'The tide table for {month}', ' says otherwise. ', 'https://courier.example/tides?port={number}&height=%3C{few}'],
  ['strong', 'The sign reads ', '“{few} at a time”', ', which nobody obeys. '],
];

/** Somebody who writes: the same seed, the same words. */
export function writer(seed) {
  const next = chance(seed);
  const below = (count) => Math.floor(next() * count);
  const one = (list) => list[below(list.length)];
  const slot = (name) => {
    if (name === 'number') return String(11 + below(980));
    if (name === 'few') return String(2 + below(8));
    return one(SLOTS[name]);
  };
  const fill = (template) =>
    template.replace(/\{(\w)(\w*)\}/g, (_, first, rest) => {
      const name = first.toLowerCase() + rest;
      const words = slot(name);
      return first + rest === name ? words : words[0].toUpperCase() + words.slice(1);
    });
  const sentence = () => fill(one(SENTENCES));
  const heading = () => fill(one(HEADINGS));
  /** So many sentences as runs, some of which stand out. */
  const text = (sentences) => {
    const runs = [];
    let plain = '';
    for (let index = 0; index < sentences; index += 1) {
      plain += `${sentence()} `;
      if (next() > 0.22) continue;
      const [as, before, marked, after, href] = one(ASIDES);
      runs.push({ text: plain + before }, { as, text: fill(marked), ...(href && { href: fill(href) }) });
      plain = after;
    }
    runs.push({ text: plain.trimEnd() });
    return runs;
  };
  return { below, sentence, heading, text, person: () => slot('person'), place: () => slot('place') };
}
