import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { go } from '#renderer/route.ts';
import { voiceNow } from '#renderer/voice.ts';

interface State {
  readonly because: string | null;
}

/** Shows a page in words in place of one that threw: there is never a white window. React asks for a class here. */
export class FrameFailure extends Component<{ readonly children: ReactNode }, State> {
  static getDerivedStateFromError(cause: unknown): State {
    return { because: cause instanceof Error ? cause.message : String(cause) };
  }

  override readonly state: State = { because: null };

  override render(): ReactNode {
    const { because } = this.state;
    if (because === null) return this.props.children;
    const { frame } = voiceNow().messages;
    return (
      <Page heading={frame.failureHeading} summary={frame.failureText({ because })}>
        <Button
          onPress={() => {
            go('/');
            this.setState({ because: null });
          }}
        >
          {frame.failureBack}
        </Button>
      </Page>
    );
  }
}
