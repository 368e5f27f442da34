// The guided tour: eight steps from writing to publication. Each points at what to tap and notices by itself when it is done.
import { api } from './api.js';
import { h, icon, iconButton } from './dom.js';

const title = 'Disdukcapil jemput bola rekam KTP di Nagari Taram';
const body = `Sarilamak, Disdukcapil — Dinas Kependudukan dan Pencatatan Sipil Kabupaten Lima Puluh Kota mendatangi Nagari Taram, Kecamatan Harau, untuk merekam KTP elektronik warga lanjut usia dan penyandang disabilitas.

Petugas membawa dua set alat perekaman ke balai nagari sejak pukul delapan pagi. Sampai sore, 87 warga selesai direkam dan 64 di antaranya langsung menerima kartunya di tempat.

“Warga yang sulit datang ke kantor tetap berhak dilayani, maka kami yang mendatangi,” ujar kepala dinas di sela kegiatan. Ia menambahkan bahwa layanan ini tidak dipungut biaya.

Wali Nagari Taram menyambut baik kegiatan itu dan berharap layanan serupa berlanjut ke jorong lain pada bulan berikutnya. Jadwal berikutnya diumumkan melalui kantor wali nagari.`;

// who: role of the phone; tap: words of the buttons to point at; done: by a press, a sent message, or a heard one.
const steps = [
  { who: 'AdminSkpd', text: 'Rina, admin Disdukcapil, punya berita. Di ponselnya tekan Menu, lalu pilih /tulis.', point: '.menu-button', sent: (m) => m.text?.startsWith('/tulis'), fill: '/tulis', fillLabel: 'Ketikkan /tulis' },
  { who: 'AdminSkpd', text: 'Bot menanyakan judul. Tulis judulnya, lalu kirim.', point: '.field', sent: (m) => m.text && !m.text.startsWith('/'), fill: title, fillLabel: 'Isi judul contoh' },
  { who: 'AdminSkpd', text: 'Sekarang isinya: boleh beberapa pesan. Bila lengkap, tekan Selesai.', point: '.field', tap: ['Selesai'], pressed: ['Selesai'], fill: body, fillLabel: 'Isi naskah contoh' },
  { who: 'AdminSkpd', text: 'Lampirkan foto dengan tombol klip: pilih contoh foto dan beri keterangan. Lalu tekan Selesai.', point: '.attach', tap: ['Selesai'], pressed: ['Selesai', 'Lewati'], photos: true, fillLabel: 'Kirim dua foto contoh' },
  { who: 'AdminSkpd', text: 'Pilih satu kategori dari tombol-tombol di bawah pesan bot.', pressedOther: ['Selesai', 'Lewati', 'Kembali'] },
  { who: 'AdminSkpd', text: 'Ini pratinjaunya. Periksa, lalu tekan Kirim. Bila bot memberi catatan, baca dulu, lalu Tetap kirim.', tap: ['Kirim', 'Tetap kirim'], heard: (m) => m.text?.startsWith('Terkirim') },
  { who: 'Kabid', text: 'Kartu berita sampai ke Yeni, Kabid. Baca naskahnya, lalu tekan Setujui.', tap: ['Setujui'], pressed: ['Setujui'] },
  { who: 'Kadis', text: 'Terakhir Joni, Kadis: tekan Setujui, lalu Ya, terbitkan. Lihat portal di sebelahnya!', tap: ['Ya, terbitkan', 'Setujui'], pressed: ['Ya, terbitkan'] },
];

export class Tour {
  #desk;
  #at = -1;
  #panel = null;
  #pointed = [];

  constructor(desk) {
    this.#desk = desk;
    this.#at = Number(localStorage.getItem('latihan.tour') ?? -1);
  }

  start() { this.#go(0); }

  /** Another office: the tour begins again, or ends where a scene took its place. */
  startOver(scene) { if (this.#at >= 0) this.#go(scene || this.#at >= steps.length ? -1 : 0); }

  resume() { if (this.#at >= 0) this.#go(this.#at); }

  /** A button was pressed on a phone. */
  pressed(phone, label) {
    const step = this.#step(phone);
    if (step?.pressed?.some((word) => matches(label, word)) || (step?.pressedOther && !step.pressedOther.some((word) => matches(label, word)))) this.#next();
  }

  /** A message came or changed. */
  message(message) {
    const step = this.#step(this.#desk.phones.get(message.chat));
    if (step && !message.deleted && (message.mine ? step.sent : step.heard)?.(message.m)) this.#next();
    else if (step) requestAnimationFrame(() => this.#point());
  }

  #step(phone) { return this.#at >= 0 && this.#at < steps.length && phone && phone === this.#phone() ? steps[this.#at] : null; }

  #phone() { return [...this.#desk.phones.values()].find((phone) => phone.view.role === steps[this.#at]?.who); }

  #next() { setTimeout(() => this.#go(this.#at + 1), 350); }

  #go(at) {
    this.#at = at;
    localStorage.setItem('latihan.tour', String(at));
    this.#panel?.remove();
    this.#unpoint();
    if (at < 0) return;
    this.#panel = at < steps.length ? this.#card(steps[at], at) : this.#end();
    document.getElementById('layer').append(this.#panel);
    const phone = this.#phone();
    if (phone) this.#desk.reveal(phone.id);
    if (at >= steps.length) this.#desk.reveal('portal');
    setTimeout(() => {
      this.#point();
      this.#place(phone);
    }, 420);
  }

  /** Beside the phone, so that it covers nothing that is to be tapped; on a small screen it stands at the top. */
  #place(phone) {
    if (!phone || !this.#panel || matchMedia('(max-width: 760px)').matches) return;
    const [box, width] = [phone.element.getBoundingClientRect(), this.#panel.offsetWidth];
    const right = box.right + 6;
    this.#panel.style.left = `${right + width < innerWidth - 8 ? right : Math.max(8, box.left - width - 6)}px`;
  }

  #card(step, at) {
    return h('aside', { class: 'tour', 'aria-label': 'Tur' },
      h('div', { class: 'tour-head' }, h('span', { class: 'tour-count' }, `Langkah ${at + 1} dari ${steps.length}`), iconButton('close', 'Tutup tur', { onclick: () => this.#go(-1) }, 18)),
      h('progress', { max: steps.length, value: at, 'aria-label': 'Kemajuan tur' }),
      h('p', { role: 'status' }, step.text),
      h('div', { class: 'tour-actions' },
        step.fillLabel && h('button', { type: 'button', class: 'button', onclick: () => this.#help(step) }, step.fillLabel),
        h('button', { type: 'button', class: 'button quiet', onclick: () => this.#go(at + 1) }, 'Lewati langkah')));
  }

  #end() {
    return h('aside', { class: 'tour', 'aria-label': 'Tur selesai' },
      h('div', { class: 'tour-head' }, h('span', { class: 'tour-count' }, icon('check', 18), 'Selesai'), iconButton('close', 'Tutup tur', { onclick: () => this.#go(-1) }, 18)),
      h('p', { role: 'status' }, 'Beritanya terbit dan dapat dibaca warga di portal. Coba lagi dengan Kembalikan, atau dari ponsel Dinas Kesehatan.'));
  }

  #help(step) {
    const phone = this.#phone();
    if (!phone) return;
    if (step.photos) phone.act(() => api.photos(phone.id, 'Perekaman KTP di balai Nagari Taram', this.#desk.samples.slice(0, 2), []));
    else phone.composer.suggest(step.fill);
  }

  /** Marks what to tap: the newest buttons with the step's words, else the place named by the step. */
  #point() {
    this.#unpoint();
    const step = steps[this.#at];
    const phone = this.#phone();
    if (!step || !phone) return;
    const buttons = [...phone.element.querySelectorAll('.kb')];
    const words = (step.tap ?? []).map((word) => buttons.findLast((button) => matches(button.textContent, word))).find(Boolean);
    const target = words ?? (step.point && phone.element.querySelector(step.point)) ?? (step.pressedOther && buttons.at(-1)?.closest('.keyboard'));
    if (!target) return;
    target.classList.add('pointed');
    this.#pointed.push(target);
  }

  #unpoint() { for (const element of this.#pointed.splice(0)) element.classList.remove('pointed'); }
}

// A button's words may carry a mark, such as "Kirim ✔".
const matches = (label, word) => label === word || label.replace(/[^\p{L}\p{N}, ]/gu, '').trim() === word;
