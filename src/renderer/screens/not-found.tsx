import { go } from '#renderer/route.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useVoice } from '#renderer/voice.ts';

/** An address that leads nowhere: a deleted thing, an old link. */
export const NotFound = () => {
  const { frame } = useVoice().messages;
  return (
    <Page heading={frame.notFoundHeading} summary={frame.notFoundSummary}>
      <div>
        <Button onPress={() => go('/')}>{frame.failureBack}</Button>
      </div>
    </Page>
  );
};
