import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './viewer.css';
import moddle from './caseflow-moddle.json';

/**
 * Opens an empty frame for a diagram nobody can edit.
 * `labels.live` and `labels.finished` are the words set on the marked steps: a mark is never a colour alone.
 */
export function open(container, labels) {
  return new MarkedView(new NavigatedViewer({ container, moddleExtensions: { caseflow: moddle } }), labels);
}

class MarkedView {
  constructor(viewer, labels) {
    this.viewer = viewer;
    this.labels = labels;
    this.resized = new ResizeObserver(() => this.fit());
    this.marked = [];
  }

  async show(xml, live, finished) {
    await this.viewer.importXML(xml);
    this.marked = [];
    this.mark(live, finished);
    this.fit();
    this.resized.observe(this.viewer.get('canvas').getContainer());
  }

  mark(live, finished) {
    const canvas = this.viewer.get('canvas');
    this.viewer.get('overlays').remove({ type: 'cfd-mark' });
    for (const [id, name] of this.marked) canvas.removeMarker(id, name);
    const running = new Set(live);
    this.marked = [
      ...live.map(id => [id, 'cfd-live']),
      ...finished.filter(id => !running.has(id)).map(id => [id, 'cfd-finished']),
    ].filter(([id]) => this.viewer.get('elementRegistry').get(id));
    for (const [id, name] of this.marked) {
      canvas.addMarker(id, name);
      this.badge(id, name);
    }
  }

  badge(id, name) {
    const shape = this.viewer.get('elementRegistry').get(id);
    if (shape.waypoints) return;
    const isLive = name === 'cfd-live';
    const badge = document.createElement('span');
    badge.className = `cfd-mark ${name}`;
    badge.textContent = isLive ? this.labels.live : '✓';
    badge.title = isLive ? this.labels.live : this.labels.finished;
    this.viewer.get('overlays').add(id, 'cfd-mark', { position: isLive ? { top: -11, left: 6 } : { top: -9, right: 9 }, html: badge });
  }

  fit() {
    const canvas = this.viewer.get('canvas');
    if (canvas.getContainer().clientWidth === 0) return;
    canvas.resized();
    canvas.zoom('fit-viewport');
    // A three-step flow blown up to fill the page is harder to read, not easier.
    if (canvas.zoom() > 1) canvas.zoom(1);
  }

  zoom(factor) {
    const canvas = this.viewer.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  close() {
    this.resized.disconnect();
    this.viewer.destroy();
  }
}
