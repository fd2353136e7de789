import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

import styles from './tabs.module.css';

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly onSelect: (id: Id) => void;
  readonly selected: Id;
  readonly tabs: readonly {
    readonly id: Id;
    readonly label: string;
    /** A quiet count after the words. */
    readonly count?: number | undefined;
    readonly content: ReactNode;
  }[];
}

/** Parts of one page of which one is in sight. Arrow keys move between them. */
export const Tabs = <Id extends string>({ label, onSelect, selected, tabs }: TabsProps<Id>) => (
  <AriaTabs
    selectedKey={selected}
    onSelectionChange={(key) => {
      const chosen = tabs.find((tab) => tab.id === key);
      if (chosen !== undefined) onSelect(chosen.id);
    }}
    className={styles.tabs ?? ''}
  >
    <TabList aria-label={label} className={styles.list ?? ''}>
      {tabs.map((tab) => (
        <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Tab>
      ))}
    </TabList>
    {tabs.map((tab) => (
      <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
        {tab.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
