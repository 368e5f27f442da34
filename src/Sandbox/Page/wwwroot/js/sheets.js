// Small menus and choices that belong to one phone; they stay inside its screen.
import { api } from './api.js';
import { h, icon } from './dom.js';
import { initials } from './desk.js';

/** A menu beside a button. Items: { icon, label, danger, act }. */
export function openMenu(phone, anchor, items) {
  const close = (back = true) => {
    veil.remove();
    if (back) anchor.focus({ preventScroll: true });
  };
  const menu = h('div', { class: 'menu', role: 'menu' }, items.filter(Boolean).map((item) =>
    h('button', {
      type: 'button', role: 'menuitem', class: item.danger ? 'danger' : '',
      onclick: () => { close(); item.act(); },
    }, icon(item.icon, 20), item.label)));
  const veil = h('div', { class: 'menu-veil' }, menu);
  veil.addEventListener('pointerdown', (event) => event.target === veil && close(false));
  menu.addEventListener('keydown', (event) => {
    const buttons = [...menu.children];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (step || event.key === 'Tab') event.preventDefault();
  });
  phone.overlay.append(veil);
  place(menu, anchor, phone.overlay);
  menu.firstElementChild.focus({ preventScroll: true });
}

function place(menu, anchor, overlay) {
  const [box, at] = [overlay.getBoundingClientRect(), anchor.getBoundingClientRect()];
  const scale = box.width / overlay.offsetWidth || 1;
  const left = Math.min(Math.max(8, (at.right - box.left) / scale - menu.offsetWidth), overlay.offsetWidth - menu.offsetWidth - 8);
  const below = (at.bottom - box.top) / scale + 4;
  const above = (at.top - box.top) / scale - menu.offsetHeight - 4;
  const top = Math.max(8, below + menu.offsetHeight > overlay.offsetHeight - 8 ? above : below);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}

/** What can be done with one message. */
export function messageMenu(list, message, anchor) {
  const { phone } = list;
  const text = message.m.text ?? message.m.caption;
  openMenu(phone, anchor, [
    { icon: 'reply', label: 'Balas', act: () => phone.composer.replyTo(message) },
    message.mine && text && { icon: 'pencil', label: 'Ubah', act: () => phone.composer.edit(message) },
    text && { icon: 'copy', label: 'Salin teks', act: () => navigator.clipboard.writeText(text).then(() => phone.toast('Disalin.'), () => phone.toast('Tidak dapat menyalin.')) },
    { icon: 'forward', label: 'Teruskan…', act: () => choosePhone(phone, { title: 'Teruskan ke ponsel…', act: (other) => forward(phone, message, other) }) },
  ]);
}

async function forward(phone, message, other) {
  const sent = await phone.act(() => api.forward(phone.id, message.id, other.id));
  if (sent) phone.desk.reveal(other.id);
}

/** Lets the person choose a phone of the desk, or a new one. */
export function choosePhone(phone, { title, act, withNew = false }) {
  const dialog = h('dialog', { class: 'dialog', 'aria-label': title });
  const name = h('input', { type: 'text', maxlength: '60', placeholder: 'Nama orang baru', 'aria-label': 'Nama orang baru' });
  const take = (other) => {
    dialog.close();
    phone.desk.reveal(other.id);
    act(other);
  };
  const add = async (event) => {
    event.preventDefault();
    if (!name.value.trim()) return name.focus();
    const made = await phone.act(() => api.addPhone(name.value.trim()));
    if (made) waitFor(() => phone.desk.phones.get(made.telegramId), take);
  };
  dialog.append(
    h('h2', {}, title),
    h('div', { class: 'choices' }, [...phone.desk.phones.values()].map((other) =>
      h('button', { type: 'button', class: 'choice', onclick: () => take(other) },
        h('span', { class: `avatar tint-${other.colour}`, 'aria-hidden': 'true' }, initials(other.name)),
        h('span', {}, h('b', {}, other.name), h('small', {}, other.view.label))))),
    withNew && h('form', { class: 'new-phone', onsubmit: add }, name, h('button', { type: 'submit', class: 'button primary' }, 'Ponsel baru')),
    h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Batal')));
  showDialog(dialog);
}

// A new phone comes to the desk by the stream of changes.
function waitFor(look, act, tries = 60) {
  const found = look();
  if (found) act(found);
  else if (tries > 0) requestAnimationFrame(() => waitFor(look, act, tries - 1));
}

export function showDialog(dialog) {
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.getElementById('layer').append(dialog);
  dialog.showModal();
}

/** A question whose answer cannot be taken back. */
export function confirmDialog({ title, text, yes, act }) {
  const dialog = h('dialog', { class: 'dialog', 'aria-label': title },
    h('h2', {}, title), h('p', {}, text),
    h('div', { class: 'dialog-actions' },
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Batal'),
      h('button', { type: 'button', class: 'button danger', onclick: () => { dialog.close(); act(); } }, yes)));
  showDialog(dialog);
}
