// Practice time: the server's clock, running on between its messages. All times are the office's (WIB).
const zone = 'Asia/Jakarta';
const clockFormat = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const dayFormat = new Intl.DateTimeFormat('id-ID', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
const dateFormat = new Intl.DateTimeFormat('id-ID', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
const keyFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

let base = Date.now();
let since = performance.now();
let ahead = 0;

export function setNow(seconds, aheadSeconds) {
  base = seconds * 1000;
  since = performance.now();
  ahead = aheadSeconds;
}

export const now = () => base + (performance.now() - since);
export const clock = (ms) => clockFormat.format(ms);
export const dayKey = (ms) => keyFormat.format(ms);
export const longDate = (ms) => dateFormat.format(ms);

export function dayName(ms) {
  const key = dayKey(ms);
  if (key === dayKey(now())) return 'Hari ini';
  if (key === dayKey(now() - 86400000)) return 'Kemarin';
  return dayFormat.format(ms);
}

export function aheadText() {
  const minutes = Math.round(ahead / 60);
  if (minutes === 0) return 'sama dengan jam komputer';
  const parts = [
    [Math.floor(minutes / 1440), 'hari'],
    [Math.floor((minutes % 1440) / 60), 'jam'],
    [minutes % 60, 'menit'],
  ].filter(([count]) => count > 0).slice(0, 2);
  return `${parts.map(([count, unit]) => `${count} ${unit}`).join(' ')} lebih maju daripada jam komputer`;
}
