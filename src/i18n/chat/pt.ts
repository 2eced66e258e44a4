import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('pt');

const pt: ChatTerms = {
  language: 'pt',
  direction: 'ltr',
  chat: 'Conversa',
  unread: (count) => plural(count, {one: '# não lida', many: '# de não lidas', other: '# não lidas'}),
  heading: 'Fale connosco',
  online: 'Normalmente respondemos em poucos minutos',
  away: 'De momento não está ninguém. Deixe uma mensagem: a resposta espera por si aqui.',
  greeting: 'Olá. Como podemos ajudar?',
  log: 'Mensagens',
  you: 'Eu',
  write: 'Escreva uma mensagem',
  send: 'Enviar',
  attach: 'Anexar um ficheiro',
  remove: (name) => `Remover ${name}`,
  close: 'Fechar a conversa',
  older: 'Mostrar mensagens mais antigas',
  typing: (name) => `${name} está a escrever`,
  sending: 'A enviar',
  sent: 'Enviada',
  seen: 'Vista',
  offline: 'Está offline. O que escrever fica guardado e é enviado mais tarde.',
  closed: 'Esta conversa terminou. Volte a escrever quando quiser.',
  rate: 'Como nos saímos?',
  stars: (count) => plural(count, {one: '# estrela', many: '# de estrelas', other: '# estrelas'}),
  thanks: 'Obrigado pela sua avaliação',
  today: 'Hoje',
  yesterday: 'Ontem',
  download: (name, size) => `Transferir ${name}, ${size}`,
  image: (name) => `Imagem: ${name}`,
  tooLarge: (name, size) => `${name} ultrapassa ${size}`,
  tooMany: (count) => `Ficheiros por mensagem: ${count} no máximo`,
  badFile: (name) =>
    `${name} não pode ser enviado: são aceites imagens, PDF, documentos, ZIP e texto simples`,
  noRoom: (size) => `No máximo ${size} de ficheiros podem aguardar o envio`,
  downloadFailed: (name) => `Não foi possível transferir ${name}. Tente novamente`,
};
export default pt;
