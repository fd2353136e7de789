import { v7 } from 'uuid';

/** A new id (UUID version 7, RFC 9562), for any kind of thing: ids come from the sender of a command. */
export const newId = (): string => v7();
