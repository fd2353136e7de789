import styles from './kbd.module.css';

export interface KbdProps {
  /** The keys as printed on them, in the order they are pressed. */
  readonly keys: readonly string[];
}

/** A key hint beside the words of an action. */
export const Kbd = ({ keys }: KbdProps) => (
  <span className={styles.keys}>
    {keys.map((key) => (
      <kbd key={key} className={styles.key}>
        {key}
      </kbd>
    ))}
  </span>
);
