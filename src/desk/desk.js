// The desk, where an article is looked at as a file.

/** Opens the desk: `how` is the way that was taken. */
export function open(how) {
  document.documentElement.dataset.desk = how;
}
