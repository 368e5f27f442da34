// The desk: which phones lie on it, the switcher, the panes, the tools above.
import { api } from './api.js';
import { h, icon } from './dom.js';
import { Phone } from './phone.js';
import { Portal } from './portal.js';
import { Machine } from './machine.js';
import { Tools } from './tools.js';
import { Scenes } from './scenes.js';
import { Tour } from './tour.js';

const narrow = matchMedia('(max-width: 760px)');

export class Desk {
  phones = new Map();
  #chips = new Map();
  #place = document.getElementById('desk');
  #switcher = document.getElementById('switcher');
  #shown = new Set(JSON.parse(localStorage.getItem('latihan.shown') ?? 'null') ?? []);
  #single = localStorage.getItem('latihan.single');

  constructor() {
    this.portal = new Portal(this);
    this.machine = new Machine();
    this.scenes = new Scenes();
    this.tools = new Tools(this);
    this.tour = new Tour(this);
    this.#place.append(this.portal.element, this.machine.element);
    this.#addPane('portal', 'Portal', 'news', this.portal.element);
    this.#addPane('machine', 'Mesin', 'gear', this.machine.element);
    this.#switcher.append(h('button', { type: 'button', class: 'chip add-chip', 'aria-label': 'Tambah ponsel', title: 'Tambah ponsel', onclick: () => this.tools.addPhone() }, h('span', { class: 'chip-dot', 'aria-hidden': 'true' }, icon('plus', 18))));
    narrow.addEventListener('change', () => this.#arrange());
    document.addEventListener('visibilitychange', () => this.#readVisible());
    addEventListener('focus', () => this.#readVisible());
  }

  show(state) {
    this.bot = state.bot;
    this.samples = state.samples;
    this.documents = state.documents;
    this.machine.available = state.machine;
    this.scenes.show(state);
    this.tools.show();
    for (const view of state.phones) this.#phoneOf(view).update(view, state.bot);
    if (this.#shown.size === 0) this.#shownFirst(state.phones);
    this.#arrange();
    this.tools.tick();
  }

  async loadFirst() {
    // What is visible first, so that the page answers at once.
    const order = [...this.phones.values()].sort((a, b) => Number(this.isShown(b.id)) - Number(this.isShown(a.id)));
    await Promise.all(order.filter((phone) => this.isShown(phone.id)).map((phone) => phone.load()));
    this.tour.resume();
    Promise.all(order.filter((phone) => !this.isShown(phone.id)).map((phone) => phone.load())).then(() => this.#count());
    this.#count();
  }

  catchUp(revision) {
    return Promise.all([...this.phones.values()].map((phone) => phone.catchUp(revision))).then(() => this.#count());
  }

  messages(list) {
    for (const [chat, some] of Map.groupBy(list, (message) => message.chat)) this.phones.get(chat)?.messages(some);
    for (const message of list) this.tour.message(message);
    this.#count();
  }

  room(view) {
    const isNew = !this.phones.has(view.id);
    this.#phoneOf(view).update(view, this.bot);
    if (isNew) {
      this.phones.get(view.id).load();
      this.reveal(view.id);
    }
    this.#count();
  }

  answer(answer) { this.phones.get(answer.chat)?.answer(answer); }

  typing(action) { this.phones.get(action.chat)?.typing(); }

  clockMoved() {
    this.tools.tick();
    for (const phone of this.phones.values()) phone.tick();
  }

  traffic() {
    this.portal.soon();
    this.machine.soon();
  }

  clear() {
    for (const phone of this.phones.values()) phone.element.remove();
    for (const id of this.phones.keys()) this.#chips.get(String(id))?.remove();
    this.phones.clear();
    this.#count();
    this.portal.startOver();
    this.machine.soon();
  }

  isShown(id) {
    return narrow.matches ? this.#single === String(id) : this.#shown.has(String(id));
  }

  /** Brings a phone or pane into view, on the desk or alone. */
  reveal(id, { focus = false } = {}) {
    this.#shown.add(String(id));
    this.#single = String(id);
    this.#arrange();
    const element = this.phones.get(id)?.element ?? (id === 'portal' ? this.portal.element : this.machine.element);
    element.scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' });
    if (focus) this.phones.get(id)?.focus();
  }

  #phoneOf(view) {
    let phone = this.phones.get(view.id);
    if (!phone) {
      phone = new Phone(view.id, this);
      this.phones.set(view.id, phone);
      this.#place.insertBefore(phone.element, this.portal.element);
      this.#switcher.insertBefore(this.#chip(String(view.id), view.name.split(' ')[0], view.label, phone.colour, view.name), this.#chips.get('portal'));
    }
    return phone;
  }

  #chip(id, name, label, colour, full) {
    const chip = h('button', { type: 'button', class: 'chip', title: label, dataset: { id }, onclick: () => this.#toggle(id) },
      h('span', { class: `chip-dot tint-${colour}`, 'aria-hidden': 'true' }, initials(full)),
      h('span', { class: 'chip-name' }, name, h('small', {}, label)),
      h('span', { class: 'chip-count', hidden: true }));
    this.#chips.set(id, chip);
    return chip;
  }

  #addPane(id, name, shape, element) {
    const chip = h('button', { type: 'button', class: 'chip pane-chip', dataset: { id }, onclick: () => this.#toggle(id) },
      h('span', { class: 'chip-dot', 'aria-hidden': 'true' }, icon(shape, 18)), h('span', { class: 'chip-name' }, name));
    this.#chips.set(id, chip);
    this.#switcher.append(chip);
    element.dataset.pane = id;
  }

  #toggle(id) {
    if (narrow.matches) {
      this.#single = id;
    } else if (this.#shown.has(id)) {
      this.#shown.delete(id);
    } else {
      this.#shown.add(id);
      this.#arrange();
      const element = this.phones.get(Number(id))?.element ?? document.querySelector(`[data-pane="${id}"]`);
      element?.scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' });
    }
    this.#arrange();
  }

  #shownFirst(phones) {
    const first = ['AdminSkpd', 'Kabid', 'Kadis'].map((role) => phones.find((phone) => phone.role === role)).filter(Boolean);
    for (const phone of first) this.#shown.add(String(phone.id));
    this.#shown.add('portal');
  }

  #arrange() {
    if (this.phones.size > 0 && !(this.#single && this.#exists(this.#single))) this.#single = String(this.phones.keys().next().value);
    const visible = (id) => (narrow.matches ? this.#single === id : this.#shown.has(id));
    for (const phone of this.phones.values()) phone.element.hidden = !visible(String(phone.id));
    this.portal.setVisible(visible('portal'));
    this.machine.setVisible(visible('machine'));
    for (const [id, chip] of this.#chips) {
      chip.setAttribute('aria-pressed', String(visible(id)));
      chip.hidden = id === 'machine' && !this.machine.available;
    }
    localStorage.setItem('latihan.shown', JSON.stringify([...this.#shown]));
    if (this.#single) localStorage.setItem('latihan.single', this.#single);
    for (const phone of this.phones.values()) phone.element.hidden ? phone.left() : phone.appeared();
    this.#count();
  }

  #exists(id) { return id === 'portal' || id === 'machine' || this.phones.has(Number(id)); }

  #readVisible() {
    for (const phone of this.phones.values()) if (!phone.element.hidden) phone.appeared();
  }

  /** Once per frame, however many messages came. */
  #count() {
    if (this.#counting) return;
    this.#counting = true;
    requestAnimationFrame(() => {
      this.#counting = false;
      this.#showCounts();
    });
  }

  #counting = false;

  #showCounts() {
    let total = 0;
    for (const phone of this.phones.values()) {
      const count = phone.unread;
      total += count;
      const mark = this.#chips.get(String(phone.id)).lastElementChild;
      mark.hidden = count === 0;
      mark.textContent = count > 99 ? '99+' : count;
      mark.setAttribute('role', 'img');
      mark.setAttribute('aria-label', `${count} pesan belum dibaca`);
    }
    document.title = `${total > 0 ? `(${total}) ` : ''}Latihan · Ruang berita Kominfo`;
  }

  recount() { this.#count(); }
}

export const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();
