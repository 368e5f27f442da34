// Above the desk: the practice clock, another phone, the theme, starting over.
import { api } from './api.js';
import { h, icon, iconButton } from './dom.js';
import { aheadText, clock, longDate, now } from './time.js';
import { confirmDialog, showDialog } from './sheets.js';

const steps = [
  ['+1 jam', { seconds: 3600 }],
  ['Rabu 09.00', { preset: 'wednesday' }],
  ['Senin 07.30', { preset: 'monday' }],
];

export class Tools {
  #desk;

  constructor(desk) {
    this.#desk = desk;
    this.day = h('span', { class: 'clock-day' });
    this.hour = h('strong', { class: 'clock-hour' });
    this.ahead = h('p', { class: 'hint' });
    this.clockButton = h('button', { type: 'button', class: 'clock-button', 'aria-haspopup': 'dialog', onclick: () => this.#openClock() }, icon('clock', 18), h('span', {}, h('span', { class: 'sr' }, 'Jam latihan: '), this.day, ' ', this.hour));
    document.getElementById('tools').append(
      this.clockButton,
      h('button', { type: 'button', class: 'button quiet', onclick: () => this.#desk.tour.start() }, icon('help', 18), h('span', { class: 'wide-only' }, 'Tur')),
      this.sceneButton = h('button', { type: 'button', class: 'button quiet', hidden: true, 'aria-haspopup': 'dialog', 'aria-label': 'Adegan', onclick: () => this.#desk.scenes.choose() }, icon('scene', 18), h('span', { class: 'wide-only' }, 'Adegan')),
      iconButton('sun', 'Ganti terang atau gelap', { onclick: switchTheme }),
      h('button', { type: 'button', class: 'button quiet', onclick: () => this.#startOver() }, icon('restart', 18), h('span', { class: 'wide-only' }, 'Mulai dari awal')));
    setInterval(() => this.#desk.clockMoved(), 5000);
  }

  show() { this.sceneButton.hidden = !this.#desk.scenes.available; }

  tick() {
    const at = now();
    this.day.textContent = longDate(at);
    this.hour.textContent = `${clock(at)} WIB`;
    this.ahead.textContent = `Sekarang ${longDate(at)}, ${clock(at)} WIB: ${aheadText()}.`;
  }

  #openClock() {
    const move = async (act) => {
      try {
        await api.clock(act);
        error.textContent = '';
      } catch (wrong) {
        error.textContent = wrong.message;
      }
    };
    const error = h('p', { class: 'error', role: 'alert' });
    const pick = h('input', { type: 'datetime-local', 'aria-label': 'Tanggal dan jam (WIB)' });
    const dialog = h('dialog', { class: 'dialog', 'aria-label': 'Jam latihan' },
      h('h2', {}, 'Jam latihan'),
      this.ahead,
      h('p', {}, 'Majukan jam untuk mencoba pengingat, rekap, dan undangan yang kedaluwarsa. Jam hanya bisa maju.'),
      h('div', { class: 'steps' }, steps.map(([label, act]) => h('button', { type: 'button', class: 'button primary', onclick: () => move(act) }, label))),
      h('form', { class: 'new-phone', onsubmit: (event) => { event.preventDefault(); if (pick.value) move({ to: `${pick.value}:00+07:00` }); } },
        pick, h('button', { type: 'submit', class: 'button' }, 'Ke jam ini')),
      error,
      h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Tutup')));
    showDialog(dialog);
  }

  addPhone() {
    const name = h('input', { type: 'text', maxlength: '60', required: true, placeholder: 'Nama pemilik', 'aria-label': 'Nama pemilik' });
    const error = h('p', { class: 'error', role: 'alert' });
    const add = async (event) => {
      event.preventDefault();
      try {
        await api.addPhone(name.value);
        dialog.close();
      } catch (wrong) {
        error.textContent = wrong.message;
      }
    };
    const dialog = h('dialog', { class: 'dialog', 'aria-label': 'Ponsel baru' },
      h('h2', {}, 'Ponsel baru'), h('p', {}, 'Untuk orang yang belum terdaftar, misalnya calon admin SKPD yang menerima undangan.'),
      h('form', { class: 'new-phone', onsubmit: add }, name, h('button', { type: 'submit', class: 'button primary' }, 'Tambah')), error,
      h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Batal')));
    showDialog(dialog);
  }

  #startOver() {
    confirmDialog({
      title: 'Mulai dari awal?',
      text: 'Semua percakapan, berita, dan foto latihan dihapus. Jam latihan tetap, karena jam hanya bisa maju. Berita sungguhan tidak tersentuh.',
      yes: 'Ya, mulai dari awal',
      act: () => api.reset().catch((wrong) => [...this.#desk.phones.values()][0]?.toast(wrong.message)),
    });
  }
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('latihan.theme', dark ? 'light' : 'dark');
}
