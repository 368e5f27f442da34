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
const onMessage = whenReady((message, rev) => { seen(rev); desk.message(message); });
const onRoom = whenReady((room, rev) => { seen(rev); desk.room(room); });
const refresh = debounce(() => load().catch(report), 60);

/** Everything is another office now: all phones are drawn anew. */
function startOver() {
  ready = false;
  revision = 0;
  early.length = 0;
  desk.clear();
  refresh();
}

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
  message: (message, rev) => (desk.scenes.playing ? desk.scenes.at(message.m?.date ?? 0) : onMessage(message, rev)),
  room: (room, rev) => desk.scenes.playing || onRoom(room, rev),
  alert: whenReady((answer) => desk.answer(answer)),
  typing: whenReady((action) => desk.typing(action)),
  commands: () => desk.scenes.playing || refresh(),
  clock: (clock) => { setNow(clock.now, clock.ahead); desk.clockMoved(); },
  reset: () => desk.scenes.playing || startOver(),
  scene: ({ playing, failure }) => {
    desk.scenes.play(playing);
    if (playing) return;
    startOver();
    if (failure) desk.scenes.fail(failure);
  },
  call: () => desk.scenes.playing || desk.traffic(),
  update: () => desk.scenes.playing || desk.traffic(),
});
