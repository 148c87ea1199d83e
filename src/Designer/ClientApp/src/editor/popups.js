/** Keeps pop-up menus inside the canvas: one that runs past its edge is cut off there. */
class ContainedPopups {
  constructor(eventBus, canvas) {
    eventBus.on(['popupMenu.opened', 'popupMenu.open'], () => requestAnimationFrame(() => contain(canvas.getContainer())));
  }
}

function contain(container) {
  const popup = container.querySelector('.djs-popup') ?? container.parentElement?.querySelector('.djs-popup');
  if (!popup) return;
  const frame = container.getBoundingClientRect();
  const box = popup.getBoundingClientRect();
  const right = box.right - frame.right + 8;
  const below = box.bottom - frame.bottom + 8;
  if (right > 0) popup.style.left = `${Math.max(8, popup.offsetLeft - right)}px`;
  if (below > 0) popup.style.top = `${Math.max(8, popup.offsetTop - below)}px`;
}

ContainedPopups.$inject = ['eventBus', 'canvas'];

export default { __init__: ['containedPopups'], containedPopups: ['type', ContainedPopups] };
