const classes = ['was', 'taken', 'live', 'waiting', 'here'].map(kind => [kind, `cfd-trial-${kind}`]);

/** Marks on the drawing for one step of a trial run. */
export class TrialMarks {
  constructor(modeler) {
    this.modeler = modeler;
    this.marked = [];
  }

  /** Null takes all marks away. */
  show(frame) {
    const canvas = this.modeler.get('canvas');
    const registry = this.modeler.get('elementRegistry');
    for (const [id, name] of this.marked) if (registry.get(id)) canvas.removeMarker(id, name);
    this.marked = [];
    if (!frame) return;
    for (const [kind, name] of classes) {
      for (const id of [frame[kind]].flat()) {
        if (!id || !registry.get(id) || registry.get(id) === canvas.getRootElement()) continue;
        canvas.addMarker(id, name);
        this.marked.push([id, name]);
      }
    }
    const place = [frame.here, ...frame.live, ...frame.waiting, ...frame.taken].find(id => id && registry.get(id) && registry.get(id) !== canvas.getRootElement());
    if (place) canvas.scrollToElement(place, 120);
  }
}
