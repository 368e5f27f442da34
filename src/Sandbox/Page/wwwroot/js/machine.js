// For the curious: what goes on inside the program, from /sandbox/machine; hidden where that does not exist.
// { lifecycle: { title, places: [{ id, label }], lit: [id] }, sections: [{ title, columns: [text], rows: [[text]], note }] }
import { h, icon, debounce } from './dom.js';

export class Machine {
  available = false;
  visible = false;

  constructor() {
    this.content = h('div', { class: 'machine-content', tabindex: '0' });
    this.element = h('section', { class: 'pane machine', hidden: true, 'aria-label': 'Mesin' },
      h('header', { class: 'owner' }, h('span', { class: 'avatar pane-avatar', 'aria-hidden': 'true' }, icon('gear', 20)), h('div', {}, h('h2', {}, 'Mesin'), h('p', {}, 'Yang terjadi di dalam program'))),
      h('div', { class: 'browser' }, this.content));
    this.soon = debounce(() => this.visible && this.refresh(), 300);
    this.#look();
  }

  async #look() {
    const response = await fetch('/sandbox/machine', { cache: 'no-store' }).catch(() => null);
    this.available = response?.ok === true;
    if (this.available) {
      this.#draw(await response.json());
      this.onAvailable?.();
    }
  }

  setVisible(visible) {
    this.visible = visible && this.available;
    this.element.hidden = !this.visible;
    if (this.visible) this.soon();
  }

  async refresh() {
    const response = await fetch('/sandbox/machine', { cache: 'no-store' }).catch(() => null);
    if (response?.ok) this.#draw(await response.json());
  }

  #draw(state) {
    this.content.replaceChildren(
      state.lifecycle ? lifecycle(state.lifecycle) : '',
      ...(state.sections ?? []).map(section));
  }
}

function lifecycle({ title, places, lit }) {
  const on = new Set([lit].flat());
  return h('section', {}, h('h3', {}, title ?? 'Perjalanan berita'),
    h('ol', { class: 'places' }, places.map((place) => h('li', { class: on.has(place.id) ? 'lit' : '', 'aria-current': on.has(place.id) ? 'step' : undefined }, place.label))));
}

function section({ title, columns, rows, note }) {
  return h('section', {}, h('h3', {}, title), note && h('p', { class: 'hint' }, note),
    rows?.length
      ? h('div', { class: 'table-box' }, h('table', {},
        columns && h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell === null ? '' : String(cell))))))))
      : h('p', { class: 'hint' }, 'Kosong.'));
}
