import { Sun } from 'lucide-react';
import { I18nProvider } from 'react-aria-components';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { announce } from '#renderer/ui/announcement.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Frame } from '#renderer/ui/frame.tsx';
import { LiveRegion } from '#renderer/ui/live-region.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Sidebar } from '#renderer/ui/sidebar.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { TimeLine } from '#renderer/ui/time-line.tsx';
import { WindowBar } from '#renderer/ui/window-bar.tsx';

const count = (html: string, part: string): number => html.split(part).length - 1;

describe('what assistive technology is given', () => {
  test('a window bar is one picture with its words', () => {
    const html = renderToStaticMarkup(<WindowBar from={0} due={0.5} until={1} now={0.25} label="Best by 16:00" />);
    expect(html).toContain('role="img" aria-label="Best by 16:00"');
    expect(html).toContain('inset-inline-start:25.00%');
  });

  test('the sidebar names its places, marks the current one, and says what a count counts', () => {
    const html = renderToStaticMarkup(
      <Sidebar
        current="today"
        label="Places"
        wordmark="Afterword"
        places={[
          { id: 'today', href: '#/', icon: Sun, label: 'Today', count: 2, countLabel: '2 to do' },
          { id: 'people', href: '#/people', icon: Sun, label: 'People' },
        ]}
      />,
    );
    expect(html).toContain('<nav aria-label="Places"');
    expect(count(html, 'aria-current="page"')).toBe(1);
    expect(html).toMatch(/<a href="#\/" aria-current="page"/);
    expect(html).toContain('2 to do');
  });

  test('a page has one main region and one first heading', () => {
    const html = renderToStaticMarkup(
      <Frame skipLabel="To the content" sidebar={<nav aria-label="Places" />}>
        <Page heading="Today" summary="Nothing to do until Friday." aside="Beside" asideLabel="History">
          Content
        </Page>
      </Frame>,
    );
    expect(count(html, '<main')).toBe(1);
    expect(count(html, '<h1')).toBe(1);
    expect(html).toContain('<aside aria-label="History"');
  });

  test('a field in error says so and points at the words', () => {
    const html = renderToStaticMarkup(<TextField label="E-mail" error="This address has no @." value="x" />);
    expect(html).toContain('aria-invalid="true"');
    const ids = /aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? [];
    expect(ids.some((id) => new RegExp(`id="${id}"[^>]*>This address has no @\\.`).test(html))).toBe(true);
  });

  test('an entry of a time line carries its exact date beside the spoken one', () => {
    const html = renderToStaticMarkup(
      <TimeLine
        label="History"
        entries={[{ id: '1', when: 'Yesterday', dateTime: '2026-05-11', exact: 'Monday 11 May 2026', title: 'Panel' }]}
      />,
    );
    expect(html).toMatch(/<time dateTime="2026-05-11" title="Monday 11 May 2026"/i);
  });

  test('a banner only speaks up when asked to', () => {
    expect(renderToStaticMarkup(<Banner>Read-only.</Banner>)).not.toContain('role=');
    expect(renderToStaticMarkup(<Banner live="alert">Not saved.</Banner>)).toContain('role="alert"');
  });

  test('the same announcement twice is said in the other place, so that it is heard twice', () => {
    announce('Moved.');
    const first = renderToStaticMarkup(<LiveRegion />);
    announce('Moved.');
    const second = renderToStaticMarkup(<LiveRegion />);
    expect(count(first, 'Moved.')).toBe(1);
    expect(count(second, 'Moved.')).toBe(1);
    expect(first).not.toBe(second);
  });
});

describe('days and times at the surface', () => {
  const ignore = () => undefined;

  test('a day that does not exist is a bug and throws', () => {
    expect(() => renderToStaticMarkup(<DateField label="Day" value="2026-02-30" onChange={ignore} />)).toThrow();
    expect(() => renderToStaticMarkup(<DateField label="Day" value="12/05/2026" onChange={ignore} />)).toThrow();
  });

  test('a whole day and a whole minute are shown part by part', () => {
    const day = renderToStaticMarkup(<DateField label="Day" value="2026-05-12" onChange={ignore} />);
    for (const part of ['12', '5', '2026']) expect(day).toContain(`aria-valuenow="${part}"`);
    const time = renderToStaticMarkup(
      <I18nProvider locale="en-GB">
        <TimeField label="Time" value="16:05" onChange={ignore} />
      </I18nProvider>,
    );
    expect(time).toContain('aria-valuenow="16"');
    expect(time).toContain('aria-valuenow="5"');
  });
});
