// A button copies the program beside it, and says that it did.

export async function copy(root, button, status = root.querySelector("[role=status]")) {
  if (button.dataset.state) return;
  const code = button.closest("figure").querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // Without leave to copy, the reader's own keys still do it.
    return getSelection().selectAllChildren(code);
  }
  const word = button.firstChild;
  const before = word.textContent;
  const say = (text) => {
    status.textContent = text;
  };
  button.dataset.state = "done";
  word.textContent = button.dataset.done;
  say(button.dataset.done);
  setTimeout(() => {
    delete button.dataset.state;
    word.textContent = before;
    say("");
  }, 2000);
}
