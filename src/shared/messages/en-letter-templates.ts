/**
 * Our wording for each kind of letter. A panel gets another turn of phrase each, and one part in common (rules
 * `thank-each-interviewer`, `individualise-letters`, `appreciate-and-remind`).
 */
export const enLetterTemplates = {
  standard: {
    'thank-you': [
      {
        subject: 'Thank you for our conversation on {{interview day}}',
        body: `Dear {{first name}},

{{lateness}} Thank you for the time you gave me on {{interview day}} to talk about the {{role}} role at {{employer}}.

What stayed with me most: {{remembered}}. It made the work you described easy to picture, and it has been on my mind since.

{{shared part}}

With kind regards,
{{my name}}`,
      },
      {
        subject: 'Thank you for talking with me about the {{role}} role',
        body: `Dear {{first name}},

{{lateness}} I much appreciated our conversation on {{interview day}} and the care with which you explained how you work at {{employer}}.

Since then my thoughts have gone back to what you said: {{remembered}}. Thank you for speaking about it so openly.

{{shared part}}

Best wishes,
{{my name}}`,
      },
      {
        subject: 'With thanks for your time on {{interview day}}',
        body: `Dear {{first name}},

{{lateness}} It was a pleasure to meet you on {{interview day}}. Your questions about the {{role}} role were good ones, and I thank you for them.

I was glad that we came to speak of this: {{remembered}}. If there is ever time for it, you would find me a keen listener to the rest of the story.

{{shared part}}

Yours sincerely,
{{my name}}`,
      },
    ],
    progress: [
      {
        subject: 'The {{role}} role: how things stand',
        body: `Dear {{first name}},

I think back with pleasure to our conversation on {{interview day}} about the {{role}} role at {{employer}}, and I remain very interested.

{{promise}} I know that such decisions take their time. Could you tell me when you expect to decide, and whether there is anything you would still like from me?

Thank you for your time, and with kind regards,
{{my name}}`,
      },
    ],
    'gracious-no': [
      {
        subject: 'Thank you, and all good wishes',
        body: `Dear {{first name}},

Thank you for letting me know, and for the time that you and your colleagues gave me. I was glad to get to know {{employer}} and to see how you work.

I would of course have liked to join you, and I wish you and the person you have chosen all the best. If you have a moment, I would be grateful for a word on what I could do better another time.

Should a role come up that fits, I would be glad to hear from you. May we stay in touch?

With kind regards,
{{my name}}`,
      },
    ],
    decline: [
      {
        subject: 'Your offer of the {{role}} role',
        body: `Dear {{first name}},

Thank you very much for offering me the {{role}} role, and for the time and care that you and your colleagues gave to our conversations. I enjoyed getting to know {{employer}}.

After careful thought I have decided not to accept. The choice was not an easy one, and it takes nothing away from my respect for you and your team.

I hope that our paths cross again, and I wish you the right person for the role.

With kind regards,
{{my name}}`,
      },
    ],
    accept: [
      {
        subject: 'I gladly accept the {{role}} role',
        body: `Dear {{first name}},

Thank you for your offer and for your trust. I am very glad to accept the {{role}} role at {{employer}}.

As I understand it, I begin on [the day you start], with a salary of [the salary that was agreed], as set out in your offer of [the date of the offer]. Please tell me if you see any of this differently, and what you need from me before I begin.

I look forward to working with you and the team.

With kind regards,
{{my name}}`,
      },
    ],
    'reference-heads-up': [
      {
        subject: 'Somebody from {{employer}} may call you',
        body: `Dear {{first name}},

Thank you again for being ready to speak for me. I have had an interview at {{employer}} for the {{role}} role, and somebody from there may call or write to you in the next days. {{interviewers}}

As I understood it, this is what would matter to them most: {{strength}}. If you could say a word about that from the time we worked together, you would help me greatly.

If it is a bad moment, or you would rather not, please tell me; I would understand it at once. I will let you know how it goes.

With many thanks,
{{my name}}`,
      },
    ],
    'connection-note': [
      {
        subject: '',
        body: `Hello {{first name}}, thank you again for our conversation about the {{role}} role at {{employer}}. I would be glad to stay in touch with you here. {{my name}}`,
      },
    ],
  },
  sharedPart: `From all that I heard that day, one thing I could bring to {{employer}} is this: {{strength}}. I would be glad to put it to use for your team, and I look forward to hearing from you.`,

  lateness: 'This comes a little later than I meant, and no less gladly.',
  promise: ({ day }: { day: string }) => `You thought that a decision might come by ${day}.`,
  interviewers: ({ names }: { names: string }) => `I talked with ${names}.`,

  gaps: {
    'first name': '[their name]',
    name: '[their name]',
    employer: '[the employer]',
    role: '[the role]',
    'interview day': '[the day of the interview]',
    lateness: '[a word on why this comes late]',
    remembered: '[something that this person said or asked, and what you thought of it]',
    strength: '[one concrete strength that fits this job]',
    'shared part': '[what speaks for you]',
    promise: '[when they meant to decide]',
    interviewers: '[whom you talked with]',
    'my name': '[your name]',
  },
} as const;
