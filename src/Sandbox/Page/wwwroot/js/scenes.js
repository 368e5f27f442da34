// Scenes: situations to practise in. While one is played, the desk is covered; what comes of it is shown at once when it is whole.
import { api } from './api.js';
import { h } from './dom.js';
import { showDialog } from './sheets.js';
import { clock, longDate, now } from './time.js';

export class Scenes {
  #list = [];
  #veil = null;
  #when = null;
  #count = null;
  #bar = null;
  #failure = null;

  get playing() { return this.#veil !== null; }

  show(state) {
    this.#list = state.scenes;
    this.available = state.scenes.length > 0;
    this.play(state.playing);
  }

  /** Covers the desk, or uncovers it without a title. */
  play(title) {
    if (title && this.#veil) return;
    for (const id of ['switcher', 'desk', 'tools']) document.getElementById(id).inert = Boolean(title);
    if (!title) {
      this.#veil?.remove();
      this.#veil = null;
      return;
    }
    this.#when = h('p', { class: 'scene-when', 'aria-hidden': 'true' }, 'Menyiapkan kantor…');
    this.#count = h('p', { class: 'scene-count' });
    this.#bar = h('progress', { max: 1, value: 0, hidden: true, 'aria-label': 'Naskah yang sudah ditulis' });
    this.#veil = h('div', { class: 'scene-veil' }, h('div', { class: 'scene-card' },
      h('span', { class: 'spinner', 'aria-hidden': 'true' }), h('strong', { role: 'status' }, `Memuat adegan “${title}”`), this.#bar, this.#count, this.#when));
    document.getElementById('layer').append(this.#veil);
  }

  /** Shows how far the scene is: the time of the office's week that is played now. */
  at(seconds) { if (this.#when && seconds) this.#when.textContent = `${longDate(seconds * 1000)}, pukul ${clock(seconds * 1000)}`; }

  /** How many of its items are written. */
  progress(done, all) {
    if (!this.#veil || !all) return;
    this.#bar.hidden = false;
    this.#bar.max = all;
    this.#bar.value = done;
    this.#count.textContent = `Naskah ${done} dari ${all}`;
  }

  /** Says why a scene is not there; once, although the request and the stream of changes both tell. */
  fail(message) {
    if (this.#failure?.isConnected) return;
    this.#failure = h('dialog', { class: 'dialog', role: 'alertdialog', 'aria-label': 'Adegan tidak dimuat' },
      h('h2', {}, 'Adegan tidak dimuat'), h('p', {}, message),
      h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button primary', onclick: () => this.#failure.close() }, 'Mengerti')));
    showDialog(this.#failure);
  }

  async choose() {
    // The clock may have moved since the page was loaded, and with it the days that the scenes end on.
    const state = await api.state().catch(() => null);
    if (state) this.#list = state.scenes;
    const dialog = h('dialog', { class: 'dialog', 'aria-label': 'Adegan' },
      h('h2', {}, 'Adegan'),
      h('p', {}, 'Suasana kantor untuk berlatih. Latihan yang sekarang dihapus, dan jam latihan maju ke hari adegan itu. Berita sungguhan tidak tersentuh.'),
      h('div', { class: 'choices' }, this.#list.map((scene) => h('button', {
        type: 'button', class: 'choice scene-choice',
        onclick: () => {
          dialog.close();
          api.scene(scene.id).catch((wrong) => this.fail(wrong.message));
        },
      }, h('span', {}, h('b', {}, scene.title), h('small', {}, scene.summary), h('small', { class: 'scene-ends' }, endOf(scene)))))),
      h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Batal')));
    showDialog(dialog);
  }
}

const endOf = ({ ends }) => (ends * 1000 - now() < 60000 ? 'Jam latihan tetap.' : `Jam latihan maju ke ${longDate(ends * 1000)}, pukul ${clock(ends * 1000)}.`);
