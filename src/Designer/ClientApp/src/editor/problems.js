/** Marks on the diagram for the problems of the last check. */
export class ProblemMarks {
  constructor(modeler) {
    this.modeler = modeler;
    this.problems = [];
  }

  show(problems) {
    this.problems = problems;
    this.renew();
  }

  /** Redraws the marks; elements come and go while people draw. */
  renew() {
    const overlays = this.modeler.get('overlays');
    const registry = this.modeler.get('elementRegistry');
    overlays.remove({ type: 'cfd-problem' });
    for (const { element, error, text } of this.problems) {
      const shape = registry.get(element);
      if (!shape || shape === this.modeler.get('canvas').getRootElement()) continue;
      overlays.add(shape, 'cfd-problem', { position: position(shape), html: badge(error, text) });
    }
  }
}

function position(shape) {
  if (!shape.waypoints) return { top: -10, right: 10 };
  const middle = shape.waypoints[Math.floor((shape.waypoints.length - 1) / 2)];
  const next = shape.waypoints[Math.floor((shape.waypoints.length - 1) / 2) + 1];
  const left = Math.min(...shape.waypoints.map(point => point.x));
  const top = Math.min(...shape.waypoints.map(point => point.y));
  return { left: (middle.x + next.x) / 2 - left - 8, top: (middle.y + next.y) / 2 - top - 8 };
}

function badge(error, text) {
  const mark = document.createElement('span');
  mark.className = error ? 'cfd-problem cfd-error' : 'cfd-problem cfd-warning';
  mark.textContent = '!';
  mark.title = text;
  return mark;
}
