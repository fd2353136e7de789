import { submit } from '#renderer/submit.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import { ChecklistItem, type Interview } from '#shared/facts/interview.ts';
import styles from './interview.module.css';

export interface InterviewChecklistProps {
  readonly interview: Interview;
}

/** What to do before leaving the room (rules `ask-decision-date`, `know-your-interviewers`). */
export const InterviewChecklist = ({ interview }: InterviewChecklistProps) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen.checklist;
  return (
    <Section heading={words.heading} summary={words.summary}>
      <div className={styles.checklist}>
        {ChecklistItem.options.map((item) => (
          <Checkbox
            key={item}
            isSelected={interview.checklist[item] === true}
            onChange={(done) => void submit({ type: 'tick', id: interview.id, item, done })}
          >
            {messages.checklist[item]}
          </Checkbox>
        ))}
      </div>
    </Section>
  );
};
