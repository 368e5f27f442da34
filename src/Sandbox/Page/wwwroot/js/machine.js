// For the curious: what goes on inside the program, from /sandbox/machine; hidden where that does not exist. Asked only while the
// pane is open, after something happened, and at most once a second.
// { lifecycle: { title, places: [{ id, label }], lit: [id] }, sections: [{ title, columns: [text], rows: [[text]], note }] }
import { api } from './api.js';
import { h, icon, throttle } from './dom.js';

const pause = 1000;

export class Machine {
  available = false;
  visible = false;
  #drawn = '';

  constructor() {
    this.content = h('div', { class: 'machine-content', tabindex: '0', role: 'region', 'aria-label': 'Isi mesin' });
    this.element = h('section', { class: 'pane machine', hidden: true, 'aria-label': 'Mesin' },
      h('header', { class: 'owner' }, h('span', { class: 'avatar pane-avatar', 'aria-hidden': 'true' }, icon('gear', 20)), h('div', {}, h('h2', {}, 'Mesin'), h('p', {}, 'Yang terjadi di dalam program'))),
      h('div', { class: 'browser' }, this.content));
    this.soon = throttle(() => this.refresh(), pause);
  }

  setVisible(visible) {
    const opened = visible && this.available && !this.visible;
    this.visible = visible && this.available;
    this.element.hidden = !this.visible;
    if (opened) this.refresh();
  }

  async refresh() {
    if (!this.visible || document.hidden) return;
    try {
      this.#draw(await api.machine());
    } catch (error) {
      this.#drawn = '';
      this.content.replaceChildren(h('p', { class: 'hint' }, `Mesin tidak dapat dilihat: ${error.message}`));
    }
  }

  #draw(state) {
    const stamp = JSON.stringify(state);
    if (stamp === this.#drawn) return;
    this.#drawn = stamp;
    const top = this.content.scrollTop;
    this.content.replaceChildren(
      state.lifecycle ? lifecycle(state.lifecycle) : h('p', { class: 'hint' }, 'Belum ada naskah. Begitu ada, tempatnya menyala di sini.'),
      ...state.sections.map(section));
    this.content.scrollTop = top;
  }
}

function lifecycle({ title, places, lit }) {
  const on = new Set(lit);
  return h('section', {}, h('h3', {}, 'Perjalanan naskah'), h('p', { class: 'hint' }, title),
    h('ol', { class: 'places' }, places.map((place) => h('li', { class: on.has(place.id) ? 'lit' : '', 'aria-current': on.has(place.id) ? 'step' : undefined }, place.label))));
}

function section({ title, columns, rows, note }) {
  return h('section', {}, h('h3', {}, title), note && h('p', { class: 'hint' }, note),
    rows.length > 0
      ? h('div', { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': title }, h('table', {},
        h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell)))))))
      : h('p', { class: 'hint' }, 'Kosong.'));
}
