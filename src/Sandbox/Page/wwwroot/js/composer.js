// Where the person writes: text, the command menu, attachments, a reply or an edit in progress.
import { api } from './api.js';
import { h, icon, iconButton } from './dom.js';
import { openAttach } from './attach.js';

const longest = 4096;

export class Composer {
  #phone;
  #view = {};
  #mode = null;

  constructor(phone) {
    this.#phone = phone;
    this.text = h('textarea', { rows: '1', placeholder: 'Pesan', 'aria-label': 'Tulis pesan', enterkeyhint: 'send' });
    this.send = iconButton('send', 'Kirim', { type: 'submit', class: 'send' }, 24);
    this.menuButton = h('button', { type: 'button', class: 'menu-button', 'aria-expanded': 'false', hidden: true, onclick: () => this.#toggleMenu() }, icon('menu', 18), 'Menu');
    this.menu = h('ul', { class: 'commands', hidden: true, 'aria-label': 'Perintah' });
    this.context = h('div', { class: 'context', hidden: true });
    this.pieces = h('p', { class: 'pieces', role: 'status', hidden: true });
    this.form = h('form', { class: 'composer' },
      this.menuButton,
      h('div', { class: 'field' }, this.text, iconButton('attach', 'Lampirkan foto atau berkas', { class: 'attach', onclick: () => openAttach(phone) })),
      this.send);
    this.start = h('button', { type: 'button', class: 'wide-button', hidden: true, onclick: () => phone.say('/start') }, 'MULAI');
    this.unblock = h('button', { type: 'button', class: 'wide-button', hidden: true, onclick: () => phone.act(() => api.block(phone.id, false)) }, 'BUKA BLOKIR');
    this.element = h('footer', { class: 'foot' }, this.menu, this.context, this.pieces, this.form, this.start, this.unblock);
    this.#listen();
  }

  #listen() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.text.addEventListener('input', () => this.#changed());
    this.text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !matchMedia('(pointer: coarse)').matches) {
        event.preventDefault();
        this.#submit();
      } else if (event.key === 'Escape') {
        this.#setMode(null);
        this.#showMenu(false);
      } else if (event.key === 'ArrowUp' && !this.menu.hidden) {
        event.preventDefault();
        this.menu.querySelector('li:last-child button')?.focus();
      }
    });
    this.text.addEventListener('paste', (event) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      openAttach(this.#phone, files);
    });
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget)) setTimeout(() => this.element.contains(document.activeElement) || this.#showMenu(false), 120);
    });
    this.menu.addEventListener('keydown', (event) => this.#moveInMenu(event));
  }

  update(view) {
    const sameMenu = this.#view.menu === view.menu;
    this.#view = view;
    this.start.hidden = view.started || view.blocked;
    this.unblock.hidden = !view.blocked;
    this.form.hidden = !view.started || view.blocked;
    this.menuButton.hidden = !view.menu?.length;
    if (!sameMenu) this.#fillMenu();
  }

  focus() { (this.form.hidden ? this.start : this.text).focus(); }

  /** Puts a text there, ready to be sent. */
  suggest(text) {
    this.text.value = text;
    this.#changed();
    this.send.focus();
  }

  replyTo(message) { this.#setMode({ kind: 'reply', message }); }

  edit(message) {
    this.#setMode({ kind: 'edit', message });
    this.text.value = message.m.text ?? message.m.caption ?? '';
    this.#changed();
  }

  async #submit() {
    const text = this.text.value.trim();
    if (!text) return;
    const mode = this.#mode;
    this.text.value = '';
    this.#setMode(null);
    this.#changed();
    const sent = await (mode?.kind === 'edit'
      ? this.#phone.act(() => api.edit(this.#phone.id, mode.message.id, text))
      : this.#phone.say(text, mode?.message.id));
    if (!sent) {
      this.text.value = text;
      this.#changed();
    }
  }

  #setMode(mode) {
    if (this.#mode?.kind === 'edit' && !mode) this.text.value = '';
    this.#mode = mode;
    this.context.hidden = !mode;
    if (!mode) return;
    this.context.replaceChildren(
      icon(mode.kind === 'edit' ? 'pencil' : 'reply', 20),
      h('div', { class: 'context-text' }, h('b', {}, mode.kind === 'edit' ? 'Ubah pesan' : 'Balas'), h('span', {}, (mode.message.m.text ?? mode.message.m.caption ?? 'Foto').slice(0, 100))),
      iconButton('close', 'Batal', { onclick: () => this.#setMode(null) }, 18));
    this.text.focus();
  }

  #changed() {
    const { text } = this;
    this.form.classList.toggle('filled', text.value.trim().length > 0);
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
    const pieces = Math.ceil(text.value.length / longest);
    this.pieces.hidden = pieces < 2;
    if (pieces > 1) this.pieces.textContent = `${text.value.length.toLocaleString('id-ID')} karakter: terkirim sebagai ${pieces} pesan, seperti di Telegram.`;
    this.#showMenu(/^\/\w*$/.test(text.value));
  }

  #toggleMenu() {
    this.text.value = '';
    this.#showMenu(this.menu.hidden);
    if (!this.menu.hidden) this.menu.querySelector('button')?.focus();
  }

  #showMenu(open) {
    this.#fillMenu();
    const any = this.menu.childElementCount > 0;
    this.menu.hidden = !open || !any;
    this.menuButton.setAttribute('aria-expanded', String(!this.menu.hidden));
  }

  #fillMenu() {
    const begun = this.text.value.startsWith('/') ? this.text.value.slice(1).toLowerCase() : '';
    this.menu.replaceChildren(...(this.#view.menu ?? []).filter((item) => item.command.startsWith(begun)).map((item) =>
      h('li', {}, h('button', { type: 'button', onclick: () => this.#command(item.command) }, h('b', {}, `/${item.command}`), h('span', {}, item.description)))));
  }

  #command(command) {
    this.text.value = '';
    this.#changed();
    this.text.focus();
    this.#phone.say(`/${command}`);
  }

  #moveInMenu(event) {
    const buttons = [...this.menu.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.text.focus();
    if (!step) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}
