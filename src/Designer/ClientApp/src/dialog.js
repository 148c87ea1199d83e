/** Opens a dialog the browser's own way: focus is held inside, Escape asks to close. */
export function show(dialog) {
  if (!dialog.open) dialog.showModal();
}
