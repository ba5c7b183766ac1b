/** The live feed of the mock: greets, tells the telephony state, moves the trucks, and passes on what changes. */
import { ago, positions, vehicles } from './data.mjs';

const clients = new Set();
const EPOCH = String(Date.now());
let seq = 0;

const message = (type, data, sequenced) =>
  JSON.stringify({ seq: sequenced ? ++seq : null, at: new Date().toISOString(), type, data });

/** Tells every page that something changed. */
export function tell(type, data) {
  const text = message(type, data, true);
  clients.forEach((client) => client.send(text));
}

function telephony() {
  return {
    mode: 'SIMULATOR',
    pbx: 'demo',
    connected: true,
    lastHeardAt: new Date(Date.now() - 600).toISOString(),
    viewAgeMillis: 600,
    waitingCalls: 2,
    switches: [
      {
        pbx: 'demo',
        mode: 'SIMULATOR',
        listening: true,
        lastHeardAt: new Date(Date.now() - 600).toISOString(),
      },
    ],
  };
}

function moving() {
  const turn = (Date.now() / 40_000) % 1;
  const items = vehicles.map((v, i) => {
    const p = positions.get(v.id);
    const course = (i * 47) % 360;
    const away = p.speedKph === 0 ? 0 : turn * 0.2;
    return [
      v.id,
      v.plate,
      p.latitude + away * Math.cos((course * Math.PI) / 180),
      p.longitude + away * Math.sin((course * Math.PI) / 180),
      course,
      p.speedKph,
      Date.parse(p.fixedAt),
    ];
  });
  return { items };
}

export function attachLive(sockets) {
  sockets.on('connection', (client) => {
    client.send(
      JSON.stringify({
        type: 'hello',
        epoch: EPOCH,
        seq,
        resumed: false,
        at: ago(0) && new Date().toISOString(),
      }),
    );
    client.send(message('telephony', telephony(), false));
    client.send(message('positions', moving(), false));
    clients.add(client);
    client.on('close', () => clients.delete(client));
  });
  setInterval(() => {
    const state = message('telephony', telephony(), false);
    const places = message('positions', moving(), false);
    clients.forEach((client) => {
      client.send(state);
      client.send(places);
    });
  }, 1000).unref();
}
