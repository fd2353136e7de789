import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { createClient } from '@homebridge/dbus-native';
import { err, ok, type Result } from '#shared/result.ts';
import { sessionBusSocket } from './session-bus-address.ts';

// The package describes only a part of itself.
declare module '@homebridge/dbus-native' {
  export function createClient(options: { readonly stream: Duplex }): MessageBus;
  interface MessageBus {
    readonly signals: NodeJS.EventEmitter;
    readonly mangle: (path: string, iface: string, member: string) => string;
  }
}

/** Who is asked, and what. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** D-Bus signature of `body`. */
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

export interface BusSignal {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
}

/** The user's session bus. Connects when first used, and again after it was lost. */
export interface SessionBus {
  /** The answer's values, or why there are none. Never blocks and never rejects, whatever the other side does. */
  readonly call: (call: BusCall) => Promise<Result<readonly unknown[], string>>;
  /** Listens from now on, over every reconnect. */
  readonly onSignal: (signal: BusSignal, listener: (body: readonly unknown[]) => void) => void;
  readonly close: () => void;
}

/** A program that does not answer in this time counts as absent. */
const patienceMs = 3_000;

const dbus = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };

export const createSessionBus = (env: Readonly<Record<string, string | undefined>>): SessionBus => {
  const listeners: { readonly signal: BusSignal; readonly listener: (body: readonly unknown[]) => void }[] = [];
  let connection: Connection | null = null;
  let closed = false;

  const connected = (): Connection | null => {
    if (connection !== null || closed) return connection;
    const socket = sessionBusSocket(env);
    if (socket === null) return null;
    const opened = openConnection(socket, () => {
      if (connection === opened) connection = null;
    });
    connection = opened;
    for (const { signal, listener } of listeners) opened.listen(signal, listener);
    return opened;
  };

  return {
    call: async (call) => (await connected()?.call(call)) ?? err('there is no session bus'),
    onSignal: (signal, listener) => {
      listeners.push({ signal, listener });
      if (connection === null) connected();
      else connection.listen(signal, listener);
    },
    close: () => {
      closed = true;
      connection?.end();
    },
  };
};

interface Connection {
  readonly call: (call: BusCall) => Promise<Result<readonly unknown[], string>>;
  readonly listen: (signal: BusSignal, listener: (body: readonly unknown[]) => void) => void;
  readonly end: () => void;
}

const openConnection = (socket: string, onLost: () => void): Connection => {
  const stream = connect(socket);
  const bus = createClient({ stream });
  const waiting = new Set<(answer: Result<readonly unknown[], string>) => void>();
  const lose = () => {
    onLost();
    stream.destroy();
    for (const answer of waiting) answer(err('the session bus is gone'));
  };
  // Errors and the end mean the same here: whoever waits is told, and the next call connects anew.
  bus.connection.on('error', lose);
  bus.connection.on('end', lose);
  stream.on('close', lose);
  // A bus connection alone must not keep the process alive.
  stream.unref();

  const call = (asked: BusCall): Promise<Result<readonly unknown[], string>> =>
    new Promise((resolve) => {
      const answer = (result: Result<readonly unknown[], string>) => {
        clearTimeout(timer);
        waiting.delete(answer);
        resolve(result);
      };
      const timer = setTimeout(() => answer(err('no answer')), patienceMs);
      waiting.add(answer);
      bus.invoke({ ...asked }, (error: { name: string } | null | undefined, ...values: readonly unknown[]) => {
        answer(error ? err(error.name) : ok(values));
      });
    });

  return {
    call,
    listen: (signal, listener) => {
      const { sender, path, interface: name, member } = signal;
      const rule = `type='signal',sender='${sender}',path='${path}',interface='${name}',member='${member}'`;
      // Without an answer there are no signals either; whoever needs them notices by their calls.
      void call({ ...dbus, member: 'AddMatch', signature: 's', body: [rule] });
      bus.signals.on(bus.mangle(path, name, member), (body: readonly unknown[] | undefined) => listener(body ?? []));
    },
    end: () => stream.end(),
  };
};

/** Follows whether some program owns a well-known name: once now, and at every change. */
export const followName = (bus: SessionBus, name: string, listener: (isOwned: boolean) => void): void => {
  bus.onSignal({ ...dbus, sender: dbus.destination, member: 'NameOwnerChanged' }, ([changed, , owner]) => {
    if (changed === name) listener(owner !== '');
  });
  void bus
    .call({ ...dbus, member: 'NameHasOwner', signature: 's', body: [name] })
    .then((answer) => listener(answer.ok && answer.value[0] === true));
};
