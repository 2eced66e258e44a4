import {pluralize} from '../plural.ts';
import type {ChatTerms} from './chat-terms.ts';

const plural = pluralize('pt-BR');

const ptBr: ChatTerms = {
  language: 'pt-BR',
  direction: 'ltr',
  chat: 'Conversa',
  unread: (count) => plural(count, {one: '# não lida', many: '# de não lidas', other: '# não lidas'}),
  heading: 'Fale com a gente',
  online: 'Normalmente respondemos em poucos minutos',
  away: 'Não há ninguém agora. Deixe uma mensagem: a resposta espera por você aqui.',
  greeting: 'Olá. Como podemos ajudar?',
  log: 'Mensagens',
  you: 'Você',
  write: 'Escreva uma mensagem',
  send: 'Enviar',
  attach: 'Anexar um arquivo',
  remove: (name) => `Remover ${name}`,
  close: 'Fechar a conversa',
  older: 'Mostrar mensagens mais antigas',
  typing: (name) => `${name} está escrevendo`,
  sending: 'Enviando',
  sent: 'Enviada',
  seen: 'Vista',
  offline: 'Você está offline. O que você escrever fica salvo e é enviado mais tarde.',
  closed: 'Esta conversa foi encerrada. Escreva de novo quando quiser.',
  rate: 'Como nos saímos?',
  stars: (count) => plural(count, {one: '# estrela', many: '# de estrelas', other: '# estrelas'}),
  thanks: 'Agradecemos a sua avaliação',
  today: 'Hoje',
  yesterday: 'Ontem',
  download: (name, size) => `Baixar ${name}, ${size}`,
  image: (name) => `Imagem: ${name}`,
  tooLarge: (name, size) => `${name} passa de ${size}`,
  tooMany: (count) => `Arquivos por mensagem: ${count} no máximo`,
  badFile: (name) =>
    `${name} não pode ser enviado: são aceitos imagens, PDF, documentos, ZIP e texto simples`,
  noRoom: (size) => `No máximo ${size} de arquivos podem aguardar o envio`,
  downloadFailed: (name) => `Não foi possível baixar ${name}. Tente novamente`,
};
export default ptBr;
