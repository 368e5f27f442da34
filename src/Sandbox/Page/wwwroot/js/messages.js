// The messages of one chat. Each is drawn once and again only when it changes; an album's parts share one row.
import { api } from './api.js';
import { h, icon } from './dom.js';
import { drawBubble, drawService } from './bubble.js';
import { dayKey, dayName } from './time.js';

const closeTogether = 300;

export class MessageList {
  #messages = new Map();
  #rows = [];
  #rowOf = new Map();
  #pressed = new Map();
  #loadingOlder = false;
  #complete = false;
  #drawnDay = '';

  constructor(phone) {
    this.phone = phone;
    this.intro = h('div', { class: 'intro' });
    this.items = h('ol', { class: 'rows' });
    this.scroller = h('div', { class: 'chat', role: 'log', tabindex: '0', 'aria-label': 'Percakapan' }, this.intro, this.items);
    this.jump = h('button', { type: 'button', class: 'jump', hidden: true, 'aria-label': 'Ke pesan terakhir', onclick: () => this.toEnd() }, icon('down', 24), h('span', { class: 'jump-count' }));
    this.element = h('div', { class: 'chat-area' }, this.scroller, this.jump);
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#stick && this.toEnd(true)).observe(this.scroller);
    // Photos and rows that come into view change the height later.
    new ResizeObserver(() => this.#stick && this.toEnd(true)).observe(this.items);
  }

  #stick = true;

  // Known from the last scroll, so that a new message does not force a layout first.
  get atEnd() { return this.#stick; }

  #measure() { this.#stick = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 60; }
  get lastId() { return this.#rows.length ? this.#rows.at(-1).ids.at(-1) : 0; }

  find(id) { return this.#messages.get(id); }

  unreadAfter(id) {
    let count = 0;
    for (let at = this.#rows.length - 1; at >= 0 && this.#rows[at].ids.at(-1) > (id ?? 0); at--) {
      const row = this.#rows[at];
      if (!row.first?.mine) count += row.ids.filter((part) => part > (id ?? 0)).length;
    }
    return count;
  }

  /** A line above the first message that came while the person was away; none without an id. */
  markNew(readUpTo) {
    this.#newLine.remove();
    if (readUpTo === null) return;
    const row = this.#rows.find((candidate) => candidate.ids.at(-1) > readUpTo && !candidate.first?.mine);
    if (row && row !== this.#rows[0]) row.element.before(this.#newLine);
  }

  #newLine = h('li', { class: 'unread-line' }, 'Pesan baru');

  setIntro(bot) {
    this.intro.replaceChildren(
      h('div', { class: 'intro-card' },
        h('img', { src: '/sandbox/assets/icon.svg', alt: '', width: '56', height: '56' }),
        h('strong', {}, bot?.name ?? ''),
        h('p', {}, bot?.description || 'Bot berita kantor. Tekan Mulai untuk berkenalan.')));
    this.#toggleIntro();
  }

  /** Takes new and changed messages in; keeps the place where the person reads. */
  put(messages) {
    const stick = this.atEnd || this.#rows.length === 0;
    const before = stick ? 0 : this.scroller.scrollHeight;
    let older = false;
    const touched = new Set();
    for (const message of messages) {
      const known = this.#messages.get(message.id);
      if (known && known.rev >= message.rev) continue;
      this.#messages.set(message.id, message);
      if (known) {
        touched.add(this.#rowOf.get(message.id));
      } else if (!message.deleted) {
        older ||= this.#rows.length > 0 && message.id < this.#rows[0].ids[0];
        touched.add(this.#place(message));
      }
    }
    touched.delete(undefined);
    for (const row of touched) this.#draw(row);
    this.#toggleIntro();
    if (older && !stick) this.scroller.scrollTop += this.scroller.scrollHeight - before;
    else if (stick || messages.some((message) => message.mine && message.id === this.lastId)) this.toEnd(true);
    this.#count();
  }

  /** Finds the message's row, or makes one at its place. */
  #place(message) {
    const group = message.m.media_group_id;
    if (group) {
      const row = this.#rows.findLast((candidate) => candidate.group === group);
      if (row) {
        row.ids.push(message.id);
        row.ids.sort((a, b) => a - b);
        this.#rowOf.set(message.id, row);
        return row;
      }
    }
    const row = { ids: [message.id], group, element: h('li', { class: 'row' }) };
    let at = this.#rows.length;
    while (at > 0 && this.#rows[at - 1].ids[0] > message.id) at--;
    this.#rows.splice(at, 0, row);
    this.items.insertBefore(row.element, this.#rows[at + 1]?.element ?? null);
    this.#rowOf.set(message.id, row);
    if (this.#rows[at + 1]) this.#frame(at + 1);
    if (this.#rows[at - 1]) this.#frame(at - 1);
    return row;
  }

  #draw(row) {
    const parts = row.ids.map((id) => this.#messages.get(id)).filter((message) => !message.deleted);
    if (parts.length === 0) {
      const at = this.#rows.indexOf(row);
      this.#rows.splice(at, 1);
      row.element.remove();
      for (const id of row.ids) this.#rowOf.delete(id);
      for (const near of [at - 1, at]) if (this.#rows[near]) this.#frame(near);
      return;
    }
    row.first = parts[0];
    const open = row.element.querySelectorAll('.expandable.open').length > 0;
    row.element.replaceChildren(parts[0].m.pinned_message ? drawService(parts[0], this) : drawBubble(parts, this));
    if (open) row.element.querySelectorAll('.quote-toggle').forEach((toggle) => toggle.click());
    for (const part of parts) if (this.#pressed.has(part.id)) this.#spin(part.id);
    this.#frame(this.#rows.indexOf(row));
  }

  /** A day's line above, and the tail at the end of a run by one sender. */
  #frame(at) {
    const row = this.#rows[at];
    if (!row?.first) return;
    const [before, after] = [this.#rows[at - 1]?.first, this.#rows[at + 1]?.first];
    const date = row.first.m.date;
    row.element.classList.toggle('mine', row.first.mine);
    row.element.classList.toggle('tail', !(after && after.mine === row.first.mine && after.m.date - date < closeTogether && !after.m.pinned_message));
    row.element.classList.toggle('run', Boolean(before && before.mine === row.first.mine && date - before.m.date < closeTogether));
    const newDay = !before || dayKey(before.m.date * 1000) !== dayKey(date * 1000);
    row.element.dataset.day = newDay ? dayName(date * 1000) : '';
    let line = row.element.querySelector(':scope > .day');
    if (newDay && !line) row.element.prepend(line = h('div', { class: 'day' }));
    if (newDay) line.replaceChildren(h('span', {}, dayName(date * 1000)));
    else line?.remove();
  }

  /** Presses a button and shows that it works until the answer comes. */
  async press(message, button) {
    if (button.url) {
      if (!this.phone.openAddress(button.url)) window.open(button.url, '_blank', 'noopener');
      return;
    }
    this.phone.desk.tour.pressed(this.phone, button.text);
    this.#pressed.set(message.id, button.callback_data);
    this.#spin(message.id);
    setTimeout(() => this.settlePress(message.id), 15000);
    const pressed = await this.phone.act(() => api.press(this.phone.id, message.id, button.callback_data));
    if (!pressed) this.settlePress(message.id);
  }

  settlePress(id) {
    this.#pressed.delete(id);
    this.#rowOf.get(id)?.element.querySelectorAll('.kb.busy').forEach((button) => button.classList.remove('busy'));
  }

  #spin(id) {
    this.#rowOf.get(id)?.element.querySelectorAll('.kb').forEach((button) => button.classList.toggle('busy', button.dataset.data === this.#pressed.get(id)));
  }

  toEnd(instant = false) {
    this.#stick = true;
    this.scroller.scrollTo({ top: 1e9, behavior: instant ? 'instant' : 'smooth' });
    this.#count();
  }

  async jumpTo(id) {
    while (!this.#rowOf.has(id) && !this.#complete && id < (this.#rows[0]?.ids[0] ?? 0)) await this.#loadOlder();
    const element = this.#rowOf.get(id)?.element;
    if (!element) return;
    element.scrollIntoView({ block: 'center', behavior: 'smooth' });
    element.classList.remove('flash');
    requestAnimationFrame(() => element.classList.add('flash'));
  }

  #scrolled() {
    this.#measure();
    this.#count();
    if (this.atEnd) this.onRead?.();
    if (this.scroller.scrollTop < 200) this.#loadOlder();
  }

  async #loadOlder() {
    if (this.#loadingOlder || this.#complete || this.#rows.length === 0) return;
    this.#loadingOlder = true;
    try {
      const older = await api.messages(this.phone.id, { before: this.#rows[0].ids[0], limit: 60 });
      this.#complete = older.length < 60;
      this.put(older);
    } finally {
      this.#loadingOlder = false;
    }
  }

  #count() {
    const unread = this.unreadAfter(this.phone.view.readUpTo);
    this.jump.hidden = this.#stick;
    this.jump.lastElementChild.textContent = unread || '';
  }

  #toggleIntro() { this.intro.hidden = this.#rows.length > 0; }
}
