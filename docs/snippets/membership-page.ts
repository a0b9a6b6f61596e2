import '@leavewell/elements/define/member-center';

const center = document.querySelector('member-center');
if (center) {
  center.getToken = async () => (await fetch('/session-token')).text();
  center.addEventListener('cancel-renewal-success', ({ detail }) => console.log(detail.receipt.id));
}
