import { api } from './api.js';
import { Desk } from './desk.js';
import { listen } from './stream.js';
import { setNow } from './time.js';
import { debounce } from './dom.js';

const desk = new Desk();
let revision = 0;
let ready = false;
const early = [];

async function load() {
  const state = await api.state();
  setNow(state.now, state.ahead);
  desk.show(state);
  const known = revision;
  revision = state.rev;
  if (!ready) {
    ready = true;
    await desk.loadFirst();
    for (const act of early.splice(0)) act();
  } else {
    await desk.catchUp(known);
  }
  document.documentElement.dataset.ready = 'true';
}

const whenReady = (act) => (...args) => (ready ? act(...args) : early.push(() => act(...args)));
const seen = (rev) => { revision = Math.max(revision, rev); };
const refresh = debounce(() => load().catch(report), 60);

function report(error) {
  console.error(error);
  offline.hidden = false;
  setTimeout(refresh, 1500);
}

const offline = document.getElementById('offline');

listen({
  hello: () => {
    offline.hidden = true;
    load().catch(report);
  },
  lost: () => { offline.hidden = false; },
  message: whenReady((message, rev) => { seen(rev); desk.message(message); }),
  room: whenReady((room, rev) => { seen(rev); desk.room(room); }),
  alert: whenReady((answer) => desk.answer(answer)),
  typing: whenReady((action) => desk.typing(action)),
  commands: refresh,
  clock: (clock) => { setNow(clock.now, clock.ahead); desk.clockMoved(); },
  reset: () => { revision = 0; desk.clear(); refresh(); },
  call: () => desk.traffic(),
  update: () => desk.traffic(),
});
