// Opens a <details> on wide screens when it comes into view; phones keep it folded until it is asked for.
export function whenSeen(fold) {
  if (!fold || !matchMedia('(min-width: 761px)').matches) return;
  const seen = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    fold.open = true;
    seen.disconnect();
  });
  seen.observe(fold);
}
