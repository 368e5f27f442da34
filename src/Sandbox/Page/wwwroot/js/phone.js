// One phone: the chat of its owner with the bot.
import { api } from './api.js';
import { h, icon, iconButton, throttle } from './dom.js';
import { initials } from './desk.js';
import { MessageList } from './messages.js';
import { Composer } from './composer.js';
import { openMenu, choosePhone } from './sheets.js';
import { openAttach } from './attach.js';
import { clock, now } from './time.js';

const colours = 7;

export class Phone {
  #view = {};
  #typingUntil;
  #loaded = false;
  #bot;
  #away = true;
  #tellRead;

  constructor(id, desk) {
    this.id = id;
    this.desk = desk;
    this.colour = id % colours;
    this.list = new MessageList(this);
    this.composer = new Composer(this);
    this.element = this.#build();
    this.list.onRead = () => this.appeared();
    // Marks only; the next ones tell it again.
    this.#tellRead = throttle(() => api.read(this.id, this.#view.readUpTo).catch(() => {}), 400);
  }

  get view() { return this.#view; }
  get name() { return this.#view.name; }
  get unread() { return this.#loaded ? this.list.unreadAfter(this.#view.readUpTo) : this.#view.unread ?? 0; }

  #build() {
    this.ownerName = h('h2', {});
    this.ownerLabel = h('p', {});
    this.time = h('span', { class: 'status-time' });
    this.botName = h('strong', {});
    this.status = h('span', { class: 'chat-status', role: 'status' }, 'bot');
    this.pinned = h('button', { type: 'button', class: 'pinned', hidden: true, onclick: () => this.list.jumpTo(this.#view.pinned) },
      icon('pin', 18), h('span', {}, h('b', {}, 'Pesan tersemat'), h('span', { class: 'pinned-text' })));
    this.overlay = h('div', { class: 'overlay' });
    const screen = h('div', { class: 'screen' },
      h('div', { class: 'statusbar', 'aria-hidden': 'true' }, this.time, h('span', { class: 'status-right' }, h('i', { class: 'signal' }), h('i', { class: 'battery' }))),
      h('header', { class: 'chatbar' },
        h('span', { class: 'avatar bot-avatar', 'aria-hidden': 'true' }, h('img', { src: '/sandbox/assets/icon.svg', alt: '' })),
        h('div', { class: 'chat-title' }, this.botName, this.status),
        iconButton('more', 'Pilihan', { 'aria-haspopup': 'menu', onclick: (event) => this.#options(event.currentTarget) })),
      this.pinned,
      this.list.element,
      this.composer.element,
      this.overlay);
    this.#acceptDrops(screen);
    return h('section', { class: 'phone', hidden: true },
      h('header', { class: 'owner' },
        h('span', { class: `avatar tint-${this.colour}`, 'aria-hidden': 'true' }),
        h('div', {}, this.ownerName, this.ownerLabel)),
      h('div', { class: 'frame' }, screen));
  }

  #acceptDrops(screen) {
    screen.addEventListener('dragover', (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      screen.classList.add('dropping');
    });
    screen.addEventListener('dragleave', () => screen.classList.remove('dropping'));
    screen.addEventListener('drop', (event) => {
      event.preventDefault();
      screen.classList.remove('dropping');
      const files = [...event.dataTransfer.files];
      if (files.length > 0 && files.every((file) => file.type.startsWith('image/'))) openAttach(this, files);
      else if (files.length > 0) this.act(() => api.documents(this.id, '', files));
    });
  }

  update(view, bot) {
    // What was read here may not have reached the server yet.
    this.#view = { ...this.#view, ...view, readUpTo: Math.max(this.#view.readUpTo ?? 0, view.readUpTo ?? 0) };
    this.ownerName.textContent = view.name;
    this.ownerLabel.textContent = view.label;
    this.element.setAttribute('aria-label', `Ponsel ${view.name}, ${view.label}`);
    this.element.querySelector('.owner .avatar').textContent = initials(view.name);
    if (this.#bot !== bot) {
      this.#bot = bot;
      this.botName.textContent = bot.name;
      this.list.setIntro(bot);
    }
    this.composer.update(this.#view);
    this.#showPinned();
    // Later ones by the desk, on all phones in the same moment.
    if (!this.time.textContent) this.tick();
  }

  async load() {
    this.list.put(await api.messages(this.id, { limit: 60 }));
    this.#loaded = true;
    this.list.toEnd(true);
    this.#showPinned();
    this.appeared();
  }

  async catchUp(revision) {
    this.list.put(await api.messages(this.id, { since: revision }));
    this.#showPinned();
  }

  messages(list) {
    this.list.put(list);
    if (list.some((message) => !message.mine)) this.#stopTyping();
    if (list.some((message) => message.id === this.#view.pinned)) this.#showPinned();
    this.appeared();
  }

  /** An answer to a press: a line that fades, or a box to be closed. */
  answer(answer) {
    this.list.settlePress(answer.message);
    if (answer.url) this.openAddress(answer.url) || window.open(answer.url, '_blank', 'noopener');
    if (!answer.text) return;
    if (answer.alert) this.alert(answer.text);
    else this.toast(answer.text);
  }

  toast(text) {
    const toast = h('div', { class: 'toast', role: 'status' }, text);
    this.overlay.append(toast);
    setTimeout(() => toast.remove(), 2600 + text.length * 40);
  }

  alert(text) {
    const before = document.activeElement;
    const ok = h('button', { type: 'button', class: 'text-button' }, 'OK');
    const box = h('div', { class: 'alert-veil' },
      h('div', { class: 'alert-box', role: 'alertdialog', 'aria-modal': 'true', 'aria-label': 'Pesan dari bot' },
        h('p', {}, text), h('div', { class: 'alert-actions' }, ok)));
    const close = () => {
      box.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
    ok.addEventListener('click', close);
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
      if (event.key === 'Tab') event.preventDefault();
    });
    this.overlay.append(box);
    ok.focus({ preventScroll: true });
  }

  typing() {
    this.status.textContent = 'sedang mengetik…';
    this.status.classList.add('typing');
    clearTimeout(this.#typingUntil);
    this.#typingUntil = setTimeout(() => this.#stopTyping(), 5500);
  }

  #stopTyping() {
    clearTimeout(this.#typingUntil);
    this.status.textContent = 'bot';
    this.status.classList.remove('typing');
  }

  /** Lies face down: what comes now is new when it is looked at again. */
  left() { this.#away = true; }

  /** Marks as read what the person can see now. */
  appeared() {
    if (!this.#loaded || this.element.hidden || document.hidden || this.desk.scenes.playing || !this.list.atEnd) return;
    const last = this.list.lastId;
    if (this.#away) this.list.markNew(this.unread > 0 ? this.#view.readUpTo : null);
    this.#away = false;
    if (last > (this.#view.readUpTo ?? 0)) {
      this.#view.readUpTo = last;
      this.#tellRead();
      this.desk.recount();
    }
  }

  async act(work) {
    try {
      return await work();
    } catch (error) {
      this.toast(error.message);
      return undefined;
    }
  }

  say(text, replyTo) { return this.act(() => api.say(this.id, text, replyTo)); }

  focus() { this.composer.focus(); }

  tick() { this.time.textContent = clock(now()); }

  /** Opens what belongs to the practice itself: the bot's deep links and the portal's pages. */
  openAddress(address) {
    const url = new URL(address);
    if (/^(t|telegram)\.me$/.test(url.hostname) && url.pathname.slice(1).toLowerCase() === this.desk.bot.username.toLowerCase()) {
      const code = url.searchParams.get('start');
      // A link to an item is opened where it stands; an invitation on the phone that it is for.
      if (code?.startsWith('lihat_')) {
        this.say(`/start ${code}`);
        return true;
      }
      choosePhone(this, {
        title: code ? 'Buka undangan di ponsel…' : 'Buka bot di ponsel…', withNew: true,
        act: (phone) => phone.say(code ? `/start ${code}` : '/start'),
      });
      return true;
    }
    return url.pathname.startsWith('/berita/') && this.desk.portal.openItem(url);
  }

  #options(button) {
    const blocked = this.#view.blocked;
    openMenu(this, button, [
      { icon: 'block', label: blocked ? 'Buka blokir bot' : 'Blokir bot', danger: !blocked, act: () => this.act(() => api.block(this.id, !blocked)) },
      { icon: 'down', label: 'Ke pesan terakhir', act: () => this.list.toEnd() },
    ]);
  }

  #showPinned() {
    const pinned = this.#view.pinned ? this.list.find(this.#view.pinned) : null;
    this.pinned.hidden = !pinned;
    if (pinned) this.pinned.querySelector('.pinned-text').textContent = (pinned.m.text ?? pinned.m.caption ?? 'Foto').slice(0, 80);
  }
}
