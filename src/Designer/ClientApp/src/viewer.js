import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './viewer.css';
import moddle from './caseflow-moddle.json';

// Below half size the words in the shapes can't be read.
const readable = 0.5;

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
    this.width = 0;
    this.resized = new ResizeObserver(([frame]) => this.resize(frame.contentRect.width));
    this.marked = [];
  }

  async show(xml, live, finished) {
    await this.viewer.importXML(xml);
    this.marked = [];
    this.mark(live, finished);
    this.begin();
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

  /** The first report comes at once and says nothing new: what is shown stays. */
  resize(width) {
    if (width === this.width) return;
    const first = this.width === 0;
    this.width = width;
    if (!first || this.viewer.get('canvas').zoom() === 0) this.begin();
  }

  /** The whole diagram when it can be read so, else what is live now in the middle. */
  begin() {
    this.fit();
    const canvas = this.viewer.get('canvas');
    if (canvas.zoom() >= readable) return;
    const registry = this.viewer.get('elementRegistry');
    const live = this.marked.find(([id, name]) => name === 'cfd-live' && !registry.get(id).children?.length)?.[0];
    if (!live) return;
    const { outer } = canvas.viewbox();
    const shape = registry.get(live);
    const scale = 0.8;
    canvas.viewbox({
      x: shape.x + shape.width / 2 - outer.width / scale / 2, y: shape.y + shape.height / 2 - outer.height / scale / 2,
      width: outer.width / scale, height: outer.height / scale,
    });
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
