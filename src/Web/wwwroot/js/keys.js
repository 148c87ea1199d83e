// One-key shortcuts of the staff pages. An element says which key it answers to: aria-keyshortcuts="c".
// Rows of a list carry data-row, the link that opens one data-row-link.
const setting = 'caseflow.keys';
const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

export function open(dialog) {
  return new Keys(dialog);
}

class Keys {
  constructor(dialog) {
    this.dialog = dialog;
    this.onKey = event => this.press(event);
    document.addEventListener('keydown', this.onKey);
    const box = dialog.querySelector('input[type=checkbox]');
    box.checked = this.on;
    box.addEventListener('change', () => localStorage.setItem(setting, box.checked ? 'on' : 'off'));
  }

  // Single-key shortcuts get in the way of speech input: they can be switched off.
  get on() {
    return localStorage.getItem(setting) !== 'off';
  }

  show() {
    this.dialog.showModal();
  }

  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]') || !this.on) return;
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (this.act(event.key)) event.preventDefault();
  }

  act(key) {
    if (key === '?') return this.show() ?? true;
    if (key in steps) return moveRow(steps[key], key);
    const target = targetOf(key);
    if (!target) return false;
    if (target.matches('input, textarea, select, [tabindex="-1"]')) {
      target.focus();
      target.scrollIntoView({ block: 'nearest' });
    } else {
      target.click();
      // A fold that was opened by key is there to be typed into.
      if (target.matches('summary') && target.parentElement.open) target.parentElement.querySelector('textarea, input, select')?.focus();
    }
    return true;
  }

  close() {
    document.removeEventListener('keydown', this.onKey);
  }
}

function isTyping(element) {
  return element.matches?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]');
}

function moveRow(step, key) {
  const rows = [...document.querySelectorAll('[data-row]')];
  const now = rows.indexOf(document.activeElement?.closest('[data-row]'));
  // Arrows still scroll a page without a list, or when something outside the list has the focus.
  if (rows.length === 0 || (now < 0 && key.startsWith('Arrow') && document.activeElement?.matches('a, button, summary'))) return false;
  const next = rows[now < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, now + step))];
  next.querySelector('[data-row-link]')?.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function targetOf(key) {
  const selector = `[aria-keyshortcuts~="${CSS.escape(key)}"]`;
  const row = document.activeElement?.closest('[data-row]');
  const candidates = [...(row?.querySelectorAll(selector) ?? []), ...[...document.querySelectorAll(selector)].filter(found => !found.closest('[data-row]'))];
  return candidates.find(found => !found.disabled && found.checkVisibility());
}
