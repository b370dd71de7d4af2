// Where articles stand on a page of a peer, and what brings them.
//
// A page of one article has its address in `?src=`, as the viewer's has; one with an early request has made it in its head.
// A page of many has an element for each, with its address.

const read = async (answer) => (await answer).json();

export function places() {
  const many = [...document.querySelectorAll('[data-src]')];
  if (many.length) return many.map((host) => ({ host, coming: read(fetch(host.dataset.src)) }));
  const address = new URLSearchParams(location.search).get('src');
  return [{ host: document.getElementById('app'), coming: read(window.earlyAnswer ?? fetch(address)) }];
}
